namespace DynamoToolkit.Local.Streams;

/// <summary>A part of a stream: the records of some hours. Immutable.</summary>
/// <param name="Id">The id.</param>
/// <param name="ParentId">The id of the shard that this one continues; null for the first.</param>
/// <param name="Opened">When the shard was opened.</param>
/// <param name="First">The lowest sequence number that a record of this shard can have.</param>
/// <param name="Last">The highest sequence number; null while the shard is open.</param>
/// <param name="Records">The records that are kept.</param>
internal sealed record StreamShard(string Id, string? ParentId, DateTimeOffset Opened, long First, long? Last, RecordList Records)
{
    /// <summary>Whether the shard accepts no more records.</summary>
    public bool IsClosed => Last is not null;

    /// <summary>Opens a shard.</summary>
    public static StreamShard Open(DateTimeOffset now, long first, string? parentId) =>
        new($"shardId-{now.ToUnixTimeMilliseconds():D20}-{(uint)first:x8}", parentId, now, first, null, RecordList.Empty);
}
