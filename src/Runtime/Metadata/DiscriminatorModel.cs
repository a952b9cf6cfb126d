using System.Collections.Concurrent;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The String attribute that distinguishes a type from its siblings in one table, and the names of the type's items in it.
/// </summary>
/// <param name="attributeName">The attribute's name.</param>
/// <param name="name">This type's name in it; null for an abstract base class, which has no items of its own.</param>
public sealed class DiscriminatorModel(string attributeName, string? name)
{
    private readonly byte[] utf8AttributeName = Encoding.UTF8.GetBytes(attributeName);

    // Two threads may both make them; either result will do.
    private string[]? names;
    private byte[][]? utf8Names;

    // By the type of the read.
    private ConcurrentDictionary<Type, DiscriminatorModel>? narrowed;

    /// <summary>The attribute's name.</summary>
    public string AttributeName { get; } = attributeName;

    /// <summary>This type's name in it; null for an abstract base class, which has no items of its own.</summary>
    public string? Name { get; } = name;

    /// <summary>The names of the types that derive from this one. Their items are also items of this type.</summary>
    public IReadOnlyList<string> Derived { get; init; } = [];

    /// <summary>All names that items of this type have.</summary>
    internal IReadOnlyList<string> Names => names ??= Name is null ? [.. Derived] : [Name, .. Derived];

    /// <summary>Whether an item has one of the type's names.</summary>
    /// <param name="item">A cursor before the item.</param>
    /// <exception cref="ItemFormatException">
    /// The item has no name, or one that is not a String, so its type is unknown.
    /// </exception>
    internal bool Matches(JsonCursor item)
    {
        while (item.NextMember(out var member))
        {
            if (member.SequenceEqual(utf8AttributeName))
                return Has(new ItemReader(item.Rest).ReadText());

            item.Skip();
        }

        throw new ItemFormatException(AttributeName, $"the name of an item type ({string.Join(", ", Names)})", "no such attribute");
    }

    /// <summary>The discriminator of the items that a read as another type returns: that of a leaf, if this is the base class.</summary>
    /// <typeparam name="T">The type of the read.</typeparam>
    /// <exception cref="InvalidOperationException">No item of the type can be of the other one.</exception>
    internal DiscriminatorModel For<T>()
        where T : IDynamoMap<T>
    {
        if (T.TypeNames.Count == 0)
            return this;

        var known = narrowed ?? Interlocked.CompareExchange(ref narrowed, new(), null) ?? narrowed;
        return known.GetOrAdd(typeof(T), static (type, own) => own.Narrow(T.TypeNames, type), this);
    }

    /// <summary>Whether an item of this type and an item of another one can have the same name.</summary>
    internal bool Meets(DiscriminatorModel other) => AttributeName != other.AttributeName || Names.Intersect(other.Names).Any();

    private DiscriminatorModel Narrow(IReadOnlyList<string> wanted, Type type)
    {
        string[] both = [.. Names.Intersect(wanted)];
        if (both.Length == Names.Count)
            return this;

        return both.Length > 0
            ? new DiscriminatorModel(AttributeName, name: null) { Derived = both }
            : throw new InvalidOperationException(
                $"No item can be read as a {type.Name}: '{AttributeName}' is {string.Join(" or ", Names)} in the items that are read, and "
                + $"{string.Join(" or ", wanted)} in each {type.Name}. Read a type of the same family, or one without [DynamoType].");
    }

    private bool Has(ReadOnlySpan<byte> found)
    {
        foreach (var candidate in utf8Names ??= [.. Names.Select(Encoding.UTF8.GetBytes)])
        {
            if (found.SequenceEqual(candidate))
                return true;
        }

        return false;
    }
}
