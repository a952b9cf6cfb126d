namespace DynamoToolkit.Local;

/// <summary>Why a split of the partition would not help a hot key.</summary>
public enum SplitObstacle
{
    /// <summary>Nothing is known against a split, or the key does not carry most of its partition's traffic.</summary>
    None,

    /// <summary>One item has most of the partition's traffic, at least 60 percent. An item lies in one partition.</summary>
    SingleItem,

    /// <summary>The table has a local secondary index. Items with one partition key must stay in one partition.</summary>
    LocalIndex,

    /// <summary>Writes follow the sort key upwards or downwards. All of them would go to the same half.</summary>
    FollowsSortKey,
}
