namespace DynamoToolkit.Local.Values;

/// <summary>One attribute value. Values are immutable, so that items, indexes and snapshots share them.</summary>
internal abstract class Value
{
    /// <summary>The data type.</summary>
    public abstract ValueKind Kind { get; }

    /// <summary>How many bytes DynamoDB counts for the value, without its name.</summary>
    public abstract int Size { get; }

    /// <summary>How many levels the value has: itself, and what lies within it.</summary>
    public virtual int Levels => 1;

    /// <summary>Whether both are the same type and equal: sets without regard to order, documents element by element.</summary>
    public abstract bool SameAs(Value other);
}
