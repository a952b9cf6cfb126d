using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>Thins out the history of several runs for a chart, with the same steps for all of them.</summary>
internal static class StepSampler
{
    /// <summary>
    /// The points of at most <paramref name="maxSteps"/> evenly spread steps between two steps, and of each run's own first and last step.
    /// </summary>
    /// <param name="runs">The history of each run.</param>
    /// <param name="start">The first step to show.</param>
    /// <param name="end">The last step to show.</param>
    /// <param name="maxSteps">How many steps to show.</param>
    public static IReadOnlyList<MetricPointItem> Sample(
        IReadOnlyList<IReadOnlyList<MetricPointItem>> runs, long start, long end, int maxSteps)
    {
        var inside = runs
            .Select(points => points.Where(p => p.Step >= start && p.Step <= end).ToList())
            .Where(points => points.Count > 0)
            .ToList();
        var steps = inside.SelectMany(points => points.Select(p => p.Step)).Distinct().Order().ToList();
        var shown = steps.Count <= maxSteps ? [.. steps] : Spread(steps, maxSteps);
        foreach (var points in inside)
        {
            shown.Add(points.Min(p => p.Step));
            shown.Add(points.Max(p => p.Step));
        }

        return [.. inside.SelectMany(points => points)
            .Where(p => shown.Contains(p.Step))
            .OrderBy(p => p.RunId, StringComparer.Ordinal)
            .ThenBy(p => p.Step)
            .ThenBy(p => p.Timestamp)
            .ThenBy(p => SortableDouble.Decode(p.Value))];
    }

    private static HashSet<long> Spread(List<long> steps, int maxSteps) =>
        [.. Enumerable.Range(0, maxSteps).Select(i => steps[(int)((long)i * steps.Count / maxSteps)])];
}
