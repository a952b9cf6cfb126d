namespace DynamoToolkit.Shared.Model;

/// <summary>What writes set a member to.</summary>
internal enum StampSpec
{
    /// <summary>Nothing: the member is as the program sets it.</summary>
    None,

    /// <summary>A new concurrency token.</summary>
    ConcurrencyToken,

    /// <summary>The time of the item's first write.</summary>
    CreatedAt,

    /// <summary>The time of each write.</summary>
    UpdatedAt,

    /// <summary>The random shard of the item's key, with the item's first put.</summary>
    WriteShard,
}
