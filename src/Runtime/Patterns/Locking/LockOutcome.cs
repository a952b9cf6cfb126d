namespace DynamoToolkit.Patterns.Locking;

/// <summary>What a failed condition means for a write with a concurrency token.</summary>
internal enum LockOutcome
{
    /// <summary>The token is as expected, so another condition of the write does not hold.</summary>
    OtherCondition,

    /// <summary>The item has the write's own new token: an earlier attempt arrived, and its response was lost.</summary>
    OwnWrite,

    /// <summary>Another writer changed the item, or deleted it, or never created it.</summary>
    Conflict,
}
