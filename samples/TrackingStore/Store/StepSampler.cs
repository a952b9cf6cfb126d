using TrackingStore.History;

namespace TrackingStore.Store;

/// <summary>Thins out the history of several runs for a chart, with the same steps for all of them.</summary>
internal static class StepSampler
{
    /// <summary>
    /// The points of at most <paramref name="maxSteps"/> evenly spread steps between two steps, and of each run's own first and last step.
    /// A run of whose history not all steps are known here has other ones than other runs, so it shows those before the spread steps.
    /// </summary>
    /// <param name="runs">The history of each run.</param>
    /// <param name="start">The first step to show.</param>
    /// <param name="end">The last step to show.</param>
    /// <param name="maxSteps">How many steps to show.</param>
    public static IReadOnlyList<(string RunId, HistoryPoint Point)> Sample(
        IReadOnlyList<(string RunId, HistorySample History)> runs, long start, long end, int maxSteps)
    {
        var inside = runs
            .Select(run => (
                run.RunId, run.History.IsThinned, Points: run.History.Points.Where(p => p.Step >= start && p.Step <= end).ToList()))
            .Where(run => run.Points.Count > 0)
            .ToList();
        var steps = inside.SelectMany(run => run.Points.Select(p => p.Step)).Distinct().Order().ToList();
        var shown = steps.Count <= maxSteps ? [.. steps] : Spread(steps, maxSteps);
        foreach (var (_, _, points) in inside)
        {
            shown.Add(points.Min(p => p.Step));
            shown.Add(points.Max(p => p.Step));
        }

        return
        [
            .. inside.SelectMany(run => Show(run.Points, run.IsThinned ? StepsBefore(run.Points, shown) : shown)
                .Select(p => (run.RunId, p))),
        ];
    }

    private static IEnumerable<HistoryPoint> Show(List<HistoryPoint> points, HashSet<long> steps) =>
        points.Where(p => steps.Contains(p.Step)).OrderBy(p => p.Step).ThenBy(p => p);

    /// <summary>For each step the last one before it that a run has.</summary>
    private static HashSet<long> StepsBefore(List<HistoryPoint> points, HashSet<long> shown)
    {
        long[] steps = [.. points.Select(p => p.Step).Distinct().Order()];
        return
        [
            .. shown.Select(step => Array.BinarySearch(steps, step)).Select(at => at < 0 ? ~at - 1 : at).Where(at => at >= 0)
                .Select(at => steps[at]),
        ];
    }

    private static HashSet<long> Spread(List<long> steps, int maxSteps) =>
        [.. Enumerable.Range(0, maxSteps).Select(i => steps[(int)((long)i * steps.Count / maxSteps)])];
}
