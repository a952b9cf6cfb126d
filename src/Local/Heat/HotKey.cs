namespace DynamoToolkit.Local;

/// <summary>What the requests for one partition key of a table or a global index consumed.</summary>
public sealed record HotKey
{
    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The global index; null for the table, which also bears its local indexes.</summary>
    public required string? IndexName { get; init; }

    /// <summary>The partition key's value as text: a binary in base 64, the values of a composed key with commas between them.</summary>
    public required string PartitionKey { get; init; }

    /// <summary>All write units so far.</summary>
    public required double WriteUnits { get; init; }

    /// <summary>All read units so far.</summary>
    public required double ReadUnits { get; init; }

    /// <summary>The write units of the busiest second. Refused requests do not count.</summary>
    public required double PeakWriteUnits { get; init; }

    /// <summary>The read units of the busiest second. Refused requests do not count.</summary>
    public required double PeakReadUnits { get; init; }

    /// <summary>This key's part of all write units of the table or index: 0 to 1.</summary>
    public required double WriteShare { get; init; }

    /// <summary>This key's part of all read units of the table or index: 0 to 1.</summary>
    public required double ReadShare { get; init; }

    /// <summary>How many writes were throttled because of this key's partition or its table or index.</summary>
    public required long ThrottledWrites { get; init; }

    /// <summary>How many reads were throttled because of this key's partition or its table or index.</summary>
    public required long ThrottledReads { get; init; }

    /// <summary>Why a split of the partition would not help.</summary>
    public required SplitObstacle Obstacle { get; init; }
}
