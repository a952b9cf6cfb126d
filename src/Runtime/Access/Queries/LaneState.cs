namespace DynamoToolkit;

/// <summary>What a shard has next.</summary>
internal enum LaneState
{
    /// <summary>Nothing was read yet.</summary>
    Unread,

    /// <summary>An item.</summary>
    Item,

    /// <summary>A key behind which the next request continues.</summary>
    Dry,

    /// <summary>Nothing more.</summary>
    End,
}
