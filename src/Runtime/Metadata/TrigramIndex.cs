using DynamoToolkit.Shared.Keys;

namespace DynamoToolkit;

/// <summary>One trigram index of an item type: a text, and the values within which it is searched.</summary>
/// <param name="name">The name, which is part of the postings' keys.</param>
/// <param name="text">The member whose text is indexed.</param>
/// <param name="upkeep">Who writes the postings.</param>
/// <param name="scope">The members within whose values a search looks.</param>
public sealed class TrigramIndex(string name, MemberValue text, TrigramUpkeep upkeep, params MemberValue[] scope)
{
    /// <summary>With what the partition keys of all postings begin.</summary>
    internal const string KeyPrefix = "TRIGRAM#";

    /// <summary>The name, which is part of the postings' keys.</summary>
    public string Name { get; } = name;

    /// <summary>The member whose text is indexed.</summary>
    public MemberValue Text { get; } = text;

    /// <summary>Who writes the postings.</summary>
    public TrigramUpkeep Upkeep { get; } = upkeep;

    /// <summary>The members within whose values a search looks; none if it looks at all items of the type.</summary>
    public IReadOnlyList<MemberValue> Scope { get; } = scope;

    /// <summary>The stamp that says which write made an item's postings; null if a worker makes them.</summary>
    public TrigramStampModel? Stamp { get; init; }

    /// <summary>The text of an item; null if it has none.</summary>
    internal string? TextOf(object item) => Text.ValueOf(item).Text;

    /// <summary>With what the partition keys of an item's postings begin; null if a member of the scope is null.</summary>
    internal string? KeyOf(object item) => MemberValue.ValuesOf(Scope, item) is { } values ? KeyOf(values) : null;

    /// <summary>With what the partition keys of the postings of a scope begin: <c>TRIGRAM#Person.Name#tenant-a</c>.</summary>
    /// <exception cref="ArgumentException">There are too many values, or too few.</exception>
    internal string KeyOf(ReadOnlySpan<KeyValue> values)
    {
        if (values.Length != Scope.Count)
        {
            throw new ArgumentException(
                $"The scope of the trigram index '{Name}' consists of {Scope.Count} values, and not of {values.Length}.");
        }

        return ValueKey.Of(KeyStart, values);
    }

    /// <summary>With what the partition keys of the index's postings begin, whatever their scope is.</summary>
    internal string KeyStart { get; } = $"{KeyPrefix}{KeyEscape.Of(name)}#";

    /// <summary>Whether the postings depend on an attribute.</summary>
    internal bool DependsOn(string attributeName) =>
        Text.AttributeName == attributeName
        || Stamp?.AttributeName == attributeName
        || Scope.Any(part => part.AttributeName == attributeName);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
