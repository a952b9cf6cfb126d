namespace DynamoToolkit;

/// <summary>What one call of the repair of trigram indexes found and fixed.</summary>
public sealed record TrigramRepairResult : SweepResult
{
    /// <summary>How many texts of items were not in their index, or not completely, and are in it now.</summary>
    public long Indexed { get; init; }

    /// <summary>How many postings were written.</summary>
    public long Added { get; init; }

    /// <summary>How many postings of texts that their items do not have were deleted.</summary>
    public long Removed { get; init; }

    /// <summary>How many items were left because a writer changed them at the same time. That writer has indexed them.</summary>
    public long Skipped { get; init; }
}
