using TrackingStore.Model;

namespace TrackingStore.Pages.Runs;

/// <summary>Puts children below their parents. Each run has exactly one row, whatever its tags say, unless its parent hides it.</summary>
internal static class RunNesting
{
    /// <summary>The tag with the id of a run's parent.</summary>
    public const string ParentTag = "mlflow.parentRunId";

    /// <summary>The rows of runs.</summary>
    /// <param name="runs">The runs of a page, in their order.</param>
    /// <param name="closed">The runs whose children are hidden.</param>
    /// <param name="parents">Parents that are not among the runs, by their ids.</param>
    public static IReadOnlyList<RunRow> Rows(
        IReadOnlyList<LoggedRun> runs, IReadOnlySet<string> closed, IReadOnlyDictionary<string, RunItem> parents)
    {
        var known = runs.Select(run => run.Run.RunId).ToHashSet();
        var children = runs.ToLookup(run => ParentOf(run) is { } parent && known.Contains(parent) ? parent : "");
        var (rows, seen) = (new List<RunRow>(runs.Count), new HashSet<string>());

        void Add(LoggedRun run, int depth, bool isShown)
        {
            var id = run.Run.RunId;
            if (!seen.Add(id)) return;
            RunRow row = new(run, depth, children[id].Count(), depth > 0 ? null : parents.GetValueOrDefault(ParentOf(run) ?? ""));
            if (isShown) rows.Add(row);
            foreach (var child in children[id]) Add(child, depth + 1, isShown && !closed.Contains(id));
        }

        foreach (var run in children[""]) Add(run, 0, isShown: true);
        // Runs that are each other's parents stand below nobody.
        foreach (var run in runs.Where(run => !seen.Contains(run.Run.RunId))) Add(run, 0, isShown: true);
        return rows;
    }

    /// <summary>The ids of parents that are not among the runs.</summary>
    public static IEnumerable<string> MissingParents(IReadOnlyList<LoggedRun> runs)
    {
        var known = runs.Select(run => run.Run.RunId).ToHashSet();
        return runs.Select(ParentOf).OfType<string>().Where(parent => !known.Contains(parent)).Distinct();
    }

    /// <summary>The id of a run's parent; null if it has none but itself.</summary>
    private static string? ParentOf(LoggedRun run) =>
        run.TagOf(ParentTag) is { Length: > 0 } parent && parent != run.Run.RunId ? parent : null;
}
