namespace DynamoToolkit;

/// <summary>How a sweep over a table proceeds: where it begins, and how much capacity it may use.</summary>
public sealed record SweepOptions
{
    /// <summary>The <see cref="SweepResult.Next"/> of an earlier call, to continue from there; null to begin at the start.</summary>
    public string? From { get; init; }

    /// <summary>
    /// After how many capacity units, read and write units together, the call ends and returns where to continue. It ends with a page, so
    /// it uses a little more. Null for no limit.
    /// </summary>
    public double? MaxCapacityUnits { get; init; }

    /// <summary>How many capacity units a second the sweep uses on average; it waits between pages. Null for no limit.</summary>
    public double? CapacityUnitsPerSecond { get; init; }

    /// <summary>How many items a page reads. The default is 100.</summary>
    public int PageSize { get; init; } = 100;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize, 1);
        if (MaxCapacityUnits is { } most)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(MaxCapacityUnits));
        if (CapacityUnitsPerSecond is { } rate)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate, nameof(CapacityUnitsPerSecond));
    }
}
