namespace DynamoToolkit.Streams;

/// <summary>What happened to an item of a type.</summary>
public enum ChangeKind
{
    /// <summary>
    /// There is an item of the type where there was none: the item is new, or an item with the same key was of another type before.
    /// </summary>
    Insert,

    /// <summary>The item has changed. A write that changes nothing makes no record.</summary>
    Modify,

    /// <summary>The item is gone: it was deleted, or replaced by an item of another type with the same key.</summary>
    Remove,

    /// <summary>
    /// The service deleted the item because it had expired. In the replicas of a global table, which only copy the deletion, it is a
    /// <see cref="Remove"/>.
    /// </summary>
    Expired,
}
