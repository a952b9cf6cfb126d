namespace DynamoToolkit;

/// <summary>
/// States the load on the items of a type, which the compiler cannot know. The rules about hot keys (DTK3xxx) compute from it what the
/// busiest partition key has to take, and compare that with what a partition takes. Nothing else uses it.
/// </summary>
/// <remarks>
/// Without <see cref="Index"/> it is about the table and all indexes that have no workload of their own: a write of an item is also a write
/// of each index that holds it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class WorkloadAttribute : Attribute
{
    /// <summary>The index that the load is on; null for the table.</summary>
    public string? Index { get; set; }

    /// <summary>Writes per second at peak, over all items of the type. For an index, the writes that change what it holds.</summary>
    public int PeakWritesPerSecond { get; set; }

    /// <summary>Items read per second at peak, over all items of the type.</summary>
    public int PeakReadsPerSecond { get; set; }

    /// <summary>The bytes of an item, names of attributes included. Estimated from the declared members unless given.</summary>
    public int ItemBytes { get; set; }

    /// <summary>
    /// The part of the load that the busiest partition key takes, from 0 to 1. Unless given, keys are assumed to be equally busy, except
    /// for keys that all have to share, such as a constant or the current day.
    /// </summary>
    public double HottestShare { get; set; }

    /// <summary>Whether writes are parts of transactions, which doubles what they take of the table.</summary>
    public bool IsTransactional { get; set; }

    /// <summary>Whether reads are consistent, which doubles what they take. Reads of a global index never are.</summary>
    public bool IsConsistent { get; set; }

    /// <summary>For an index, whether writes change its key, so that each deletes an entry and puts another.</summary>
    public bool ChangesKey { get; set; }

    /// <summary>The items with one partition key, at most. With a local index, they may have 10 GB together.</summary>
    public long ItemsPerKey { get; set; }
}
