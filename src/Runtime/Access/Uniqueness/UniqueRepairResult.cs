namespace DynamoToolkit;

/// <summary>What one call of the repair of unique values found and fixed.</summary>
public sealed record UniqueRepairResult : SweepResult
{
    /// <summary>How many values of items were not reserved, or not until the item expires, and are reserved now.</summary>
    public long Reserved { get; init; }

    /// <summary>How many reservations of values that their owner does not have were deleted.</summary>
    public long Released { get; init; }

    /// <summary>
    /// The items with a value that another item holds. The repair can't decide which of them keeps it: change or delete one of each pair,
    /// and repair again.
    /// </summary>
    public IReadOnlyList<UniqueDuplicate> Duplicates { get; init; } = [];
}
