namespace DynamoToolkit.Local.Schema;

/// <summary>The kinds of indexes.</summary>
internal enum SecondaryIndexKind
{
    /// <summary>A local secondary index: the table's partitions in another order.</summary>
    Local,

    /// <summary>A global secondary index: partitions of its own.</summary>
    Global,

    /// <summary>The engine's own index of items by expiry time. Clients do not see it.</summary>
    Expiry,
}
