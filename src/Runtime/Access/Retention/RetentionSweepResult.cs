namespace DynamoToolkit;

/// <summary>What one call of a sweep over times to live did.</summary>
public sealed record RetentionSweepResult : SweepResult
{
    /// <summary>How many items got another time to live.</summary>
    public long Changed { get; init; }

    /// <summary>How many items were left alone because their time to live, or the item, changed after it was read.</summary>
    public long Skipped { get; init; }
}
