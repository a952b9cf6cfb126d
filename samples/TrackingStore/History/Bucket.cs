namespace TrackingStore.History;

/// <summary>
/// A summary of points that follow each other in the history. Smallest and greatest value leave out NaN, unless there is nothing else.
/// </summary>
internal readonly record struct Bucket(
    long FirstTime, long LastTime, long MinStep, long MaxStep, long LastStep, double Min, double Max, double Last)
{
    /// <summary>The points of a bucket of the first level.</summary>
    public const int Points = 64;

    /// <summary>The buckets that one of the next level stands for.</summary>
    public const int Factor = 8;

    /// <summary>The last of the points.</summary>
    public HistoryPoint LastPoint => new(LastTime, LastStep, Last);

    /// <summary>The summary of one point.</summary>
    public static Bucket Of(HistoryPoint point) => new(
        point.Timestamp, point.Timestamp, point.Step, point.Step, point.Step, point.Value, point.Value, point.Value);

    /// <summary>The buckets of points.</summary>
    public static Bucket[] Summarize(IReadOnlyCollection<HistoryPoint> points) =>
        [.. points.Chunk(Points).Select(some => some.Select(Of).Aggregate(static (sum, next) => sum.Join(next)))];

    /// <summary>The buckets of the next level.</summary>
    public static Bucket[] Condense(IEnumerable<Bucket> buckets) =>
        [.. buckets.Chunk(Factor).Select(some => some.Aggregate(static (sum, next) => sum.Join(next)))];

    /// <summary>The summary of these points and those after them.</summary>
    public Bucket Join(Bucket next) => new(
        Math.Min(FirstTime, next.FirstTime),
        Math.Max(LastTime, next.LastTime),
        Math.Min(MinStep, next.MinStep),
        Math.Max(MaxStep, next.MaxStep),
        next.LastStep,
        double.IsNaN(Min) ? next.Min : double.IsNaN(next.Min) ? Min : Math.Min(Min, next.Min),
        double.IsNaN(Max) ? next.Max : double.IsNaN(next.Max) ? Max : Math.Max(Max, next.Max),
        next.Last);
}
