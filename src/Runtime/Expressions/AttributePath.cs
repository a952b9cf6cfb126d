using System.Globalization;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// Where an attribute is: a top-level name, a member of a map, or an element of a list. The default value is the item itself, so the tokens
/// of a nested type and those of a whole item are created in the same way: <c>path.Member("city")</c>.
/// </summary>
public readonly struct AttributePath : IEquatable<AttributePath>, IOperand
{
    private readonly PathNode? parent;
    private readonly string? name;
    private readonly int index;

    // The text before the names of members, which may be empty. It is null except in a flattened type.
    private readonly string? prefix;

    private readonly NullUse nulls;

    /// <summary>Creates the path of a top-level attribute.</summary>
    public AttributePath(string name)
        : this(null, name, 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
    }

    private AttributePath(PathNode? parent, string? name, int index, string? prefix = null, NullUse nulls = NullUse.LeftOut)
    {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.prefix = prefix;
        this.nulls = nulls;
    }

    /// <summary>Whether this is the item itself and not an attribute of it.</summary>
    public bool IsItem => name is null && parent is null;

    /// <summary>The name of the top-level attribute that the path begins with.</summary>
    internal string RootName => parent is null ? name ?? "" : parent.Path.RootName;

    /// <summary>How many names and positions the path has; 0 for the item.</summary>
    internal int Depth => IsItem ? 0 : parent is null ? 1 : parent.Path.Depth + 1;

    /// <summary>What an update does that sets the path to null, or to an empty set.</summary>
    internal NullUse Nulls => nulls;

    /// <summary>The path of a member of this map.</summary>
    public AttributePath Member(string member)
    {
        ArgumentException.ThrowIfNullOrEmpty(member);
        return new AttributePath(IsItem ? null : new PathNode(new AttributePath(parent, name, index)), prefix + member, 0);
    }

    /// <summary>The path of a value in this map, which is a dictionary.</summary>
    /// <exception cref="ArgumentException">The key is empty, which no name in a map is.</exception>
    internal AttributePath Entry(string key, bool isNullable = false) => string.IsNullOrEmpty(key)
        ? throw new ArgumentException($"The map '{this}' has no empty keys: a name in a map has at least one character.", nameof(key))
        : new AttributePath(new PathNode(this), key, 0, nulls: isNullable ? NullUse.Stored : NullUse.LeftOutOfDictionary);

    /// <summary>The path of an element of this list, counted from 0.</summary>
    /// <param name="position">The position.</param>
    /// <param name="isNullable">Whether the list may hold null.</param>
    internal AttributePath Element(int position, bool isNullable) => Element(position, isNullable ? NullUse.Stored : NullUse.Refused);

    /// <summary>The path of a flattened type: its members stand beside those of this map, with text before their names.</summary>
    /// <param name="namePrefix">The text, which may be empty. It follows the text of a flattened type around this one.</param>
    public AttributePath Flattened(string namePrefix) => new(parent, name, index, prefix + namePrefix);

    /// <summary>The path of an element of this list, counted from 0.</summary>
    public AttributePath Element(int position) => Element(position, NullUse.LeftOut);

    /// <inheritdoc/>
    public bool Equals(AttributePath other) =>
        name == other.name
        && index == other.index
        && (parent is null ? other.parent is null : other.parent is not null && parent.Path.Equals(other.parent.Path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AttributePath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(name, index, parent is null ? 0 : parent.Path.GetHashCode());

    /// <summary>The path in its usual notation: <c>address.lines[0]</c>.</summary>
    public override string ToString()
    {
        var own = name ?? (parent is null ? "" : $"[{index.ToString(CultureInfo.InvariantCulture)}]");
        if (parent is null)
            return own;

        return name is null ? parent.Path + own : $"{parent.Path}.{own}";
    }

    void IOperand.Write(ref ItemWriter writer, ExpressionContext context) => Write(ref writer, context);

    internal void Write(ref ItemWriter writer, ExpressionContext context)
    {
        ThrowIfNoAttribute();
        if (parent is not null)
            parent.Path.Write(ref writer, context);
        context.At(this);
        if (name is null)
        {
            ExpressionText.WriteIndex(ref writer, index);
            return;
        }

        if (parent is not null)
            writer.WriteRaw("."u8);
        context.WriteName(ref writer, name);
    }

    /// <exception cref="InvalidOperationException">The path is the item itself, or a flattened type.</exception>
    internal void ThrowIfNoAttribute()
    {
        if (prefix is not null)
        {
            var place = IsItem ? "the item" : $"'{this}'";
            throw new InvalidOperationException($"A flattened type has no attribute of its own in {place}. Name its members individually.");
        }

        if (IsItem)
            throw new InvalidOperationException("An expression names an attribute, not the item as a whole.");
    }

    /// <summary>Whether the path is an attribute of the item.</summary>
    internal bool IsAttribute(string attributeName) => parent is null && name == attributeName;

    /// <summary>Whether the paths are the same, or one leads into the other: what DynamoDB refuses within one update.</summary>
    internal bool Overlaps(AttributePath other)
    {
        if (parent is null && other.parent is null)
            return name == other.name;

        var (shorter, longer) = Depth <= other.Depth ? (this, other) : (other, this);
        while (longer.Depth > shorter.Depth)
            longer = longer.parent!.Path;
        return longer.Equals(shorter);
    }

    private AttributePath Element(int position, NullUse use)
    {
        if (position < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(position), position, $"The list '{this}' has no element at a negative position: DynamoDB counts from 0.");
        }

        if (IsItem)
            throw new InvalidOperationException("An item is a map, not a list: name an attribute before the element.");

        return new AttributePath(new PathNode(this), null, position, nulls: use);
    }

    /// <summary>A path on the heap, so that a path can have a parent.</summary>
    private sealed class PathNode(AttributePath path)
    {
        public AttributePath Path { get; } = path;
    }
}
