namespace DynamoToolkit.Streams;

/// <summary>What happens to the changes of an item after a handler has failed on one of them, again and again.</summary>
public enum FailurePolicy
{
    /// <summary>
    /// The change is kept in the dead letters, and so are all later changes of the same item for this handler, until they are replayed.
    /// Other items go on.
    /// </summary>
    ParkItem,

    /// <summary>
    /// The change is tried again until it succeeds. Its shard, and so many other items, wait for it. After 24 hours the service deletes
    /// the waiting changes.
    /// </summary>
    StopShard,
}
