namespace DynamoToolkit;

/// <summary>Options of <see cref="ShardingExtensions.ReshardAsync"/>.</summary>
public sealed record ReshardOptions
{
    /// <summary>Which part of the table to move, counted from 0, for workers that share the work.</summary>
    public int Segment { get; init; }

    /// <summary>Into how many parts the work is divided. 1 by default.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>How many items each request reads. 100 by default.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>
    /// Where an earlier run stopped: <see cref="ReshardProgress.Next"/>. Null to begin at the beginning, which is always safe.
    /// </summary>
    public PageToken? At { get; init; }

    /// <summary>Called after each page. Keep the progress to continue from it; wait in it to limit the rate.</summary>
    public Func<ReshardProgress, CancellationToken, Task>? OnPage { get; init; }
}
