namespace DynamoToolkit;

/// <summary>
/// Spreads the items of one partition key over <see cref="Count"/> partition keys, so that writes of one hot key use several partitions of
/// the service. The key gets the number of the shard as a suffix: <c>TENANT#acme#003</c>. Queries of the key read all shards, and merge
/// them in the order of the sort key.
/// </summary>
/// <remarks>
/// Without <see cref="Index"/> it shards the table's own key. Then the shard is random, unless <see cref="By"/> names a member of the sort
/// key: the member marked with <see cref="WriteShardAttribute"/> holds it, and a key needs it. With <see cref="Index"/> it shards the key
/// of a global index; then the shard is computed from the item's key, unless <see cref="By"/> names another member.
/// </remarks>
/// <param name="count">The number of shards, from 2 to 256. A query of the whole key costs at least half a read unit for each.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class WriteShardedAttribute(int count) : Attribute
{
    /// <summary>The number of shards that writes use.</summary>
    public int Count { get; } = count;

    /// <summary>
    /// The member from which the shard is computed, by a fixed hash: see docs/patterns/write-shards.md. For the table's key it must be part
    /// of the sort key, so that a key determines its shard.
    /// </summary>
    public string? By { get; set; }

    /// <summary>The name of the global index whose key is sharded; null for the table's key.</summary>
    public string? Index { get; set; }

    /// <summary>
    /// Another number of shards, which reads include: the earlier one, until all items have moved, or the coming one, before any program
    /// writes with it. 0 for none.
    /// </summary>
    public int Also { get; set; }
}
