using System.Globalization;
using TrackingStore.Endpoints;
using TrackingStore.Model;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages;

/// <summary>The page of a run.</summary>
internal sealed class RunPage(RunStore runs, ArtifactsOfRun artifacts, Gate gate)
{
    /// <summary>Adds the page.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPage(RequireAsync, "/runs/{id}", async (id, cancellationToken) =>
    {
        var run = await runs.GetAsync(id, cancellationToken);
        return Render(run, artifacts.List(run.Run.ArtifactUri, cancellationToken));
    });

    private Task RequireAsync(HttpContext context, string id) =>
        gate.RequireRunAsync(Gate.CallerOf(context) ?? throw Gate.Denied(), id, Permission.READ, context.RequestAborted);

    private static string Render(LoggedRun run, FilesOfRun? files) => Html.Page(run.Run.Name, $"""
        {Html.Pairs(Facts(run.Run))}
        <p>{Html.Link($"/experiments/{Uri.EscapeDataString(run.Run.ExperimentId)}", "All runs of the experiment")}</p>
        <h2>Metrics</h2>
        {Html.Pairs(run.Metrics.Select(m => (m.Name, $"{Html.Number(m.Value)} at step {m.Step.ToString(CultureInfo.InvariantCulture)}")))}
        <h2>Parameters</h2>
        {Html.Pairs(run.Params.Select(p => (p.Name, p.Value)))}
        <h2>Tags</h2>
        {Html.Pairs(run.Tags.Select(t => (t.Name, t.Value)))}
        <h2>Data sets</h2>
        {Html.Pairs(run.Datasets.Select(d => (d.Dataset!, d.Digest!)))}
        <h2>Artifacts</h2>
        {Files(run.Run, files)}
        """);

    private static IEnumerable<(string Name, string Value)> Facts(RunItem run) =>
    [
        ("Id", run.RunId),
        ("Status", run.Status.ToString()),
        ("Stage", run.Lifecycle.ToMessage()),
        ("User", run.UserId),
        ("Started", Html.Time(run.StartTime)),
        ("Ended", Html.Time(run.EndTime ?? 0)),
    ];

    private static string Files(RunItem run, FilesOfRun? files) => files switch
    {
        null => $"""<p class="soft">Kept elsewhere: {Html.Text(run.ArtifactUri)}</p>""",
        { Files: [], IsCut: false } => """<p class="soft">None.</p>""",
        _ => $"""
            <table>
            {string.Concat(files.Files.Select(file => File(run, file.Path, file.Size)))}</table>
            {(files.IsCut ? """<p class="soft">There are more files.</p>""" : "")}
            """,
    };

    private static string File(RunItem run, string path, long size)
    {
        var url = $"/get-artifact?run_id={Uri.EscapeDataString(run.RunId)}&path={Uri.EscapeDataString(path)}";
        return $"<tr><td>{Html.Link(url, path)}</td><td>{size.ToString("N0", CultureInfo.InvariantCulture)} bytes</td></tr>\n";
    }
}
