namespace TrackingStore.History;

/// <summary>
/// Keeps evenly spread points of a history of any length, and its first and last step. It keeps every point of one of up to
/// <see cref="MaxPoints"/>, every second one of twice as many, and so on.
/// </summary>
internal sealed class SpreadPoints
{
    /// <summary>The most points that are kept.</summary>
    public const int MaxPoints = 100_000;

    private readonly List<HistoryPoint> kept = [];
    private HistoryPoint? first;
    private HistoryPoint? last;
    private long seen;
    private long stride = 1;

    /// <summary>Adds the next point.</summary>
    public void Add(HistoryPoint point)
    {
        if (first is not { } low || point.Step < low.Step) first = point;
        if (last is not { } high || point.Step >= high.Step) last = point;
        if (seen++ % stride != 0) return;
        if (kept.Count == MaxPoints)
        {
            for (var i = 1; i < MaxPoints / 2; i++) kept[i] = kept[2 * i];
            kept.RemoveRange(MaxPoints / 2, MaxPoints / 2);
            stride *= 2;
            if ((seen - 1) % stride != 0) return;
        }

        kept.Add(point);
    }

    /// <summary>The points that were kept.</summary>
    public HistoryPoint[] ToArray() => PointSet.Of(kept.Concat(first is { } low && last is { } high ? [low, high] : []));
}
