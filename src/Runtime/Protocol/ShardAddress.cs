namespace DynamoToolkit.Protocol;

/// <summary>
/// Where an item of a table whose number of write shards changes can be: at its address, or at that of the other generation.
/// </summary>
internal static class ShardAddress
{
    /// <summary>Whether items of a type move from one address to another one.</summary>
    public static bool IsMoving(TableModel model) => model.Partition.Shards is { IsMoving: true };

    /// <summary>
    /// The partition key under which the other generation has the item; the default value if it is the same one, or if items do not move.
    /// </summary>
    public static KeyValue Other(TableModel model, KeyValue partition, KeyValue sort) =>
        Of(model, partition, sort) is var (own, other) && own != other && own == partition ? other : default;

    /// <summary>The partition key that the item has to have; the default value if items do not move, or if it has it.</summary>
    public static KeyValue Target(TableModel model, KeyValue partition, KeyValue sort) =>
        Of(model, partition, sort) is var (own, other) && own != other && other == partition ? own : default;

    private static (KeyValue Own, KeyValue Other)? Of(TableModel model, KeyValue partition, KeyValue sort) =>
        model.Partition.Shards is { IsMoving: true } shards
        && WriteShardModel.TryParse(partition, out var whole, out _)
        && shards.Hash!(partition, sort) is { } hash
            ? (
                WriteShardModel.KeyOf(whole, (int)(hash % (ulong)shards.Count)),
                WriteShardModel.KeyOf(whole, (int)(hash % (ulong)shards.Also)))
            : null;
}
