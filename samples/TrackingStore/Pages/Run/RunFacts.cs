using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Values;

namespace TrackingStore.Pages.Run;

/// <summary>What a run is: who began it, when, and from what.</summary>
internal static class RunFacts
{
    private const string SourceTag = "mlflow.source.name";
    private const string CommitTag = "mlflow.source.git.commit";
    private const string UserTag = "mlflow.user";
    private const int ShownCommit = 10;

    /// <summary>The tag of a nested run that has the id of the run around it.</summary>
    public const string ParentTag = "mlflow.parentRunId";

    /// <summary>The facts.</summary>
    public static Html Render(LoggedRun run) => Pieces.Facts([.. All(run).Where(fact => fact.Value.ToString().Length > 0)]);

    private static IEnumerable<(string Name, Html Value)> All(LoggedRun run)
    {
        var item = run.Run;
        yield return ("Id", Html.Of($"<code>{item.RunId}</code>"));
        yield return ("Experiment", Html.Link(PageUrls.Experiment(item.ExperimentId), item.ExperimentId));
        yield return ("User", Pieces.Text(item.UserId.Length > 0 ? item.UserId : run.TagOf(UserTag)));
        yield return ("Started", Pieces.Time(item.StartTime));
        yield return ("Ended", Pieces.Time(item.EndTime));
        yield return ("Duration", item.EndTime is { } end ? Pieces.Text(Pieces.Duration(end - item.StartTime)) : default);
        yield return ("Source", Source(run));
        // A tag may have any value.
        if (run.TagOf(ParentTag) is { } parent && RunIds.IsValid(parent))
            yield return ("Nested in", Html.Link(PageUrls.Run(parent), parent));
    }

    private static Html Source(LoggedRun run)
    {
        var commit = run.TagOf(CommitTag) is { Length: > 0 } id
            ? Html.Of($" <code>{id[..Math.Min(id.Length, ShownCommit)]}</code>")
            : default;
        return Html.Of($"{run.TagOf(SourceTag)}{commit}");
    }
}
