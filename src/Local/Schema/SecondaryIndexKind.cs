namespace DynamoToolkit.Local.Schema;

/// <summary>The kinds of indexes.</summary>
internal enum SecondaryIndexKind
{
    /// <summary>A local secondary index: the table's partitions, another order.</summary>
    Local,

    /// <summary>A global secondary index: other partitions.</summary>
    Global,

    /// <summary>The engine's own index of items by expiry time; invisible outside.</summary>
    Expiry,
}
