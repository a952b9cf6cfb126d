using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Schema;

/// <summary>An attribute of a vector index's search schema: its partition key, or one that a search can filter by.</summary>
internal sealed record SearchElement(string Name, ValueKind Kind, bool IsHash)
{
    /// <summary>HASH or INLINE_FILTER.</summary>
    public string ElementType => IsHash ? "HASH" : "INLINE_FILTER";

    /// <summary>The element as part of a key. Only a partition key is one.</summary>
    public KeyElement AsKey { get; } = new(Name, Kind, IsHash: true);

    /// <summary>Whether the index can hold an item with this value; null means that the item lacks the attribute.</summary>
    public bool Accepts(Value? value) => IsHash ? AsKey.Accepts(value) : value is null || value.Kind == Kind;
}
