namespace DynamoToolkit.Local.Values;

/// <summary>One attribute value. Values are immutable, so that items, indexes and snapshots can share them.</summary>
internal abstract class Value
{
    /// <summary>The data type.</summary>
    public abstract ValueKind Kind { get; }

    /// <summary>The size in bytes as DynamoDB counts it, without the attribute's name.</summary>
    public abstract int Size { get; }

    /// <summary>The number of levels: the value itself and those nested in it.</summary>
    public virtual int Levels => 1;

    /// <summary>Whether both have the same type and are equal: sets in any order, documents element by element.</summary>
    public abstract bool SameAs(Value other);
}
