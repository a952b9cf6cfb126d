namespace DynamoToolkit;

/// <summary>
/// The load of the busiest partition key of a table or index at its peak, from which <see cref="WriteShards.For"/> calculates.
/// </summary>
public sealed record WriteShardLoad
{
    /// <summary>How many items with this key are written in a second.</summary>
    public required double WritesPerSecond { get; init; }

    /// <summary>How many items with this key are read in a second.</summary>
    public double ReadsPerSecond { get; init; }

    /// <summary>The size of an item, or of its entry in the index, in bytes.</summary>
    public required int ItemBytes { get; init; }

    /// <summary>Whether the writes are parts of transactions, which cost twice as much. Entries of indexes cost the same.</summary>
    public bool IsTransactional { get; init; }

    /// <summary>Whether the reads are strongly consistent, which cost twice as much.</summary>
    public bool IsConsistent { get; init; }

    /// <summary>How many items each write stores under the key: 2 for a type with versions. 1 by default.</summary>
    public int ItemsPerWrite { get; init; } = 1;

    /// <summary>
    /// How many times the service writes each item: once, and once for each local index, whose entries are in the same partition; twice for
    /// a global index whose key each write changes.
    /// </summary>
    public int CopiesPerItem { get; init; } = 1;

    /// <summary>By how much the capacity of the shards exceeds the load, because they are never equally busy. 1.5 by default.</summary>
    public double Headroom { get; init; } = 1.5;
}
