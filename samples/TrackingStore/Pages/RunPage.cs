using System.Globalization;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Pages;

/// <summary>The page of a run.</summary>
internal static class RunPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(Run run, IReadOnlyList<(string Path, long Size)>? artifacts) => Html.Page(run.Info.RunName, $"""
        {Html.Pairs(Facts(run.Info))}
        <p>{Html.Link($"/experiments/{Uri.EscapeDataString(run.Info.ExperimentId)}", "All runs of the experiment")}</p>
        <h2>Metrics</h2>
        {Html.Pairs((run.Data.Metrics ?? []).Select(m => (m.Key, $"{Html.Number(m.Value)} at step {m.Step.ToString(CultureInfo.InvariantCulture)}")))}
        <h2>Parameters</h2>
        {Html.Pairs((run.Data.Params ?? []).Select(p => (p.Key, p.Value)))}
        <h2>Tags</h2>
        {Html.Pairs((run.Data.Tags ?? []).Select(t => (t.Key, t.Value)))}
        <h2>Data sets</h2>
        {Html.Pairs((run.Inputs.DatasetInputs ?? []).Select(i => (i.Dataset.Name, i.Dataset.Digest)))}
        <h2>Artifacts</h2>
        {Files(run.Info, artifacts)}
        """);

    private static IEnumerable<(string Name, string Value)> Facts(RunInfo info) =>
    [
        ("Id", info.RunId),
        ("Status", info.Status),
        ("Stage", info.LifecycleStage),
        ("User", info.UserId),
        ("Started", Html.Time(info.StartTime)),
        ("Ended", Html.Time(info.EndTime ?? 0)),
    ];

    private static string Files(RunInfo info, IReadOnlyList<(string Path, long Size)>? artifacts) => artifacts switch
    {
        null => $"""<p class="soft">Kept elsewhere: {Html.Text(info.ArtifactUri)}</p>""",
        [] => """<p class="soft">None.</p>""",
        _ => $"<table>\n{string.Concat(artifacts.Select(file => File(info, file.Path, file.Size)))}</table>",
    };

    private static string File(RunInfo info, string path, long size)
    {
        var url = $"/get-artifact?run_id={Uri.EscapeDataString(info.RunId)}&path={Uri.EscapeDataString(path)}";
        return $"<tr><td>{Html.Link(url, path)}</td><td>{size.ToString("N0", CultureInfo.InvariantCulture)} bytes</td></tr>\n";
    }
}
