using System.Globalization;
using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Run;

/// <summary>The page of a run.</summary>
internal sealed class RunPage(RunStore runs, ArtifactsOfRun artifacts) : IPage
{
    /// <inheritdoc/>
    public void Map(PageRoutes routes) => routes.Get(Access.Run(Permission.READ), "/runs/{run_id}", async request =>
    {
        var run = await runs.GetAsync(request.Arguments.RequiredRunId(), request.Aborted);
        return new PageContent(run.Run.Name, Render(run, artifacts.List(run.Run.ArtifactUri, request.Aborted)))
        {
            Section = PageSection.Experiments,
            Crumbs = [(PageUrls.Experiments, "Experiments"), (PageUrls.Experiment(run.Run.ExperimentId), run.Run.ExperimentId)],
            BesideHeading = Html.Of($"{Pieces.Status(run.Run.Status)}{Pieces.Stage(run.Run.Lifecycle)}"),
        };
    });

    private static Html Render(LoggedRun run, FilesOfRun? files) => Html.Of($"""
        {Facts(run.Run)}
        <h2>Metrics</h2>
        {Pairs(run.Metrics.Select(m => (m.Name, $"{Pieces.Number(m.Value)} at step {m.Step.ToString(CultureInfo.InvariantCulture)}")))}
        <h2>Parameters</h2>
        {Pairs(run.Params.Select(p => (p.Name, p.Value)))}
        <h2>Tags</h2>
        {Pairs(run.Tags.Select(t => (t.Name, t.Value)))}
        <h2>Data sets</h2>
        {Pairs(run.Datasets.Select(d => (d.Dataset!, d.Digest!)))}
        <h2>Artifacts</h2>
        {Files(run.Run, files)}
        """);

    private static Html Facts(RunItem run) => Pieces.Facts(
        ("Id", Html.Of($"<code>{run.RunId}</code>")),
        ("User", Pieces.Text(run.UserId)),
        ("Started", Pieces.Time(run.StartTime)),
        ("Ended", Pieces.Time(run.EndTime)));

    private static Html Pairs(IEnumerable<(string Name, string Value)> pairs) =>
        Pieces.Facts([.. pairs.Select(pair => (pair.Name, Pieces.Text(pair.Value)))]);

    private static Html Files(RunItem run, FilesOfRun? files) => files switch
    {
        null => Html.Of($"""<p class="soft">Kept elsewhere: {run.ArtifactUri}</p>"""),
        { Files: [], IsCut: false } => Html.Of($"""<p class="soft">None.</p>"""),
        _ => Html.Of($"""
            <table>
            {Html.Join(files.Files.Select(file => File(run, file.Path, file.Size)))}</table>
            {(files.IsCut ? Html.Of($"""<p class="soft">There are more files.</p>""") : default)}
            """),
    };

    private static Html File(RunItem run, string path, long size)
    {
        var url = $"/get-artifact?run_id={Uri.EscapeDataString(run.RunId)}&path={Uri.EscapeDataString(path)}";
        return Html.Of($"""<tr><td>{Html.Link(url, path)}</td><td class="number">{size} bytes</td></tr>""");
    }
}
