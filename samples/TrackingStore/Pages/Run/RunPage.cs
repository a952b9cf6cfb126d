using System.Globalization;
using System.Text.Json;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Pages.Artifacts;
using TrackingStore.Pages.Charts;
using TrackingStore.Pages.Layout;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Run;

/// <summary>The page of a run.</summary>
internal sealed class RunPage(RunStore runs, NestedRuns nested, RunFiles files) : IPage
{
    /// <inheritdoc/>
    public void Map(PageRoutes routes) => routes.Get(Access.Run(Permission.READ), "/runs/{run_id}", async request =>
    {
        var run = await runs.GetAsync(request.Arguments.RequiredRunId(), request.Aborted);
        var children = await nested.OfAsync(run.Run, request.Aborted);
        return new PageContent(run.Run.Name, Render(run, children, await ArtifactsAsync(run.Run, request.Aborted)))
        {
            Section = PageSection.Experiments,
            Crumbs =
            [
                (PageUrls.Experiments, "Experiments"),
                (PageUrls.Experiment(run.Run.ExperimentId), $"Experiment {run.Run.ExperimentId}"),
            ],
            BesideHeading = Html.Of($"{Pieces.Status(run.Run.Status)}{Pieces.Stage(run.Run.Lifecycle)}"),
            Styles = [.. ChartSection.Styles, "runs.css"],
            Libraries = ChartSection.Libraries,
            Scripts = ["run-page.js", "artifact-tree.js"],
        };
    });

    private static Html Render(LoggedRun run, Html children, Html artifacts) => Html.Of($"""
        {RunFacts.Render(run)}
        {Notes(run)}
        {children}
        {ChartSection.Render(Data(run), "The table of the latest metrics has their last values.")}
        <div class="columns">
        <div>{RunTables.Metrics(run)}</div>
        <div>{RunTables.Params(run)}</div>
        </div>
        {RunTables.Tags(run)}
        {RunTables.Datasets(run)}
        <h2 id="artifacts">Artifacts</h2>
        {artifacts}
        """);

    private static Html Notes(LoggedRun run) => run.TagOf(RunTables.NoteTag) is { Length: > 0 } note
        ? Html.Of($"""<h2>Notes</h2><div class="prose">{SafeMarkdown.Render(note)}</div>""")
        : default;

    private async Task<Html> ArtifactsAsync(RunItem run, CancellationToken cancellationToken)
    {
        if (files.PlaceOf(run) is not { } place)
            return Html.Of($"""<p class="soft">They are not on this server: <code>{run.ArtifactUri}</code></p>""");
        try
        {
            var folders = await files.OpenAsync(place, default, null, null, cancellationToken);
            return Html.Of($"""
                <nav aria-labelledby="artifacts">
                {new ArtifactTree(run.RunId, "").Render(folders)}</nav>
                """);
        }
        catch (TrackingException e) when (e.Error is TrackingError.ArtifactsUnavailable)
        {
            // Everything else of the run is there.
            return Html.Of($"""<p class="soft">They cannot be reached at the moment.</p>""");
        }
    }

    private static Html Data(LoggedRun run)
    {
        var names = JsonSerializer.Serialize(
            ChartSection.Order(run.Metrics.Select(metric => metric.Name)), ChartData.Default.IReadOnlyListString);
        var start = run.Run.StartTime.ToString(CultureInfo.InvariantCulture);
        var isLive = run.Run is { Status: RunStatus.RUNNING, Lifecycle: LifecycleStage.Active };
        return Html.Of($"""
            data-run="{run.Run.RunId}" data-start="{start}" data-live="{(isLive ? "true" : "false")}" data-metrics="{names}"
            """);
    }
}
