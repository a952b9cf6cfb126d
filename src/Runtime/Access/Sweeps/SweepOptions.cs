namespace DynamoToolkit;

/// <summary>
/// How a tool that works through a table proceeds: where it begins, and how much capacity it may use. Every such tool may be stopped at
/// any time and continued or repeated, while programs read and write.
/// </summary>
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

    /// <summary>Which part of the table the call works on, counted from 0, for workers that share the work.</summary>
    public int Segment { get; init; }

    /// <summary>Into how many parts the table is divided. 1 by default.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>
    /// Called after each page with what the call has done so far. Keep <see cref="SweepResult.Next"/> to continue from it after the
    /// process ended.
    /// </summary>
    public Func<SweepResult, CancellationToken, Task>? OnPage { get; init; }
}
