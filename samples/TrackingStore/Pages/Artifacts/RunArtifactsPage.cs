using DynamoToolkit.Local.Server.Pages;
using TrackingStore.Artifacts;
using TrackingStore.Endpoints;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Pages.Layout;
using TrackingStore.Protocol;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Artifacts;

/// <summary>The page of a run's artifacts: the tree, and beside it the file that is open.</summary>
internal sealed class RunArtifactsPage(RunStore runs, RunFiles files, ArtifactPreview preview, IArtifactStore artifacts) : IPage
{
    private const string Address = "/runs/{run_id}/artifacts";
    private const int MaxFrom = 1000;

    /// <inheritdoc/>
    public void Map(PageRoutes routes)
    {
        var access = Access.Run(Permission.READ);
        routes.Get(access, Address, RenderAsync);
        routes.GetPiece(access, Address + "/folder", ListAsync);
        routes.GetRaw(access, Address + "/raw", SendAsync);
    }

    private async Task<PageContent> RenderAsync(PageRequest request)
    {
        var run = await runs.RequireAsync(request.Arguments.RequiredRunId(), request.Aborted);
        var (path, from) = (PathOf(request), FromOf(request));
        var place = PlaceOf(run);
        var found = await files.FindAsync(place, path, request.Aborted);
        var isFile = found is { IsFolder: false };
        var folders = await files.OpenAsync(
            place, isFile ? path.Parent : path, isFile ? null : from, isFile ? path.Name : null, request.Aborted);
        var content = isFile
            ? await FileAsync(run.RunId, place.Append(path), path.Text, found!.Size, request.Aborted)
            : Html.Of($"""<p class="soft">Choose a file.</p>""");
        return new PageContent("Artifacts", Html.Of($"""
            <div class="artifacts">
            <nav aria-label="Files">
            {Above(run.RunId, folders[0].Path)}{new ArtifactTree(run.RunId, path.Text).Render(folders)}
            </nav>
            <div>
            {content}
            </div>
            </div>
            """))
        {
            Section = PageSection.Experiments,
            Crumbs =
            [
                (PageUrls.Experiments, "Experiments"),
                (PageUrls.Experiment(run.ExperimentId), $"Experiment {run.ExperimentId}"),
                (PageUrls.Run(run.RunId), run.Name),
            ],
            IsWide = true,
            Styles = ["runs.css"],
            Scripts = ["artifact-tree.js"],
            FrameSource = isFile && PreviewKinds.Of(path.Name) == PreviewKind.Html ? "'self'" : null,
        };
    }

    private async Task<Html> ListAsync(PageRequest request)
    {
        var run = await runs.RequireAsync(request.Arguments.RequiredRunId(), request.Aborted);
        var folder = await files.ListAsync(PlaceOf(run), PathOf(request), FromOf(request), null, request.Aborted);
        return new ArtifactTree(run.RunId, "").Render([folder]);
    }

    private async Task SendAsync(PageRequest request)
    {
        var run = await runs.RequireAsync(request.Arguments.RequiredRunId(), request.Aborted);
        await RawArtifact.SendAsync(request.Context, artifacts, PlaceOf(run).Append(PathOf(request)));
    }

    private async Task<Html> FileAsync(string runId, ArtifactPath place, string path, long size, CancellationToken cancellationToken)
    {
        var content = await preview.RenderAsync(runId, place, path, size, cancellationToken);
        return Html.Of($"""
            <div class="heading"><h2>{path}</h2><span class="soft">{Pieces.Bytes(size)}</span>
            <div class="actions"><a class="button" href="{ArtifactLinks.Download(runId, path)}">Download</a></div></div>
            {content}
            """);
    }

    /// <summary>The way up, where the tree does not begin with the run's own folder.</summary>
    private static Html Above(string runId, string top)
    {
        if (top.Length == 0) return default;
        var above = top.Contains('/') ? top[..top.LastIndexOf('/')] : "";
        return Html.Of($"""<p><a href="{ArtifactLinks.Page(runId, above)}">Folders above {top}</a></p>""");
    }

    private ArtifactPath PlaceOf(RunItem run) =>
        files.PlaceOf(run) ?? throw new TrackingException(new TrackingError.ArtifactsElsewhere(run.ArtifactUri));

    private static ArtifactPath PathOf(PageRequest request) => ArtifactPath.Parse(request.Arguments.Text("path"));

    private static string? FromOf(PageRequest request) => request.Arguments.Text("from") switch
    {
        null or "" => null,
        { Length: > MaxFrom } => throw MlflowException.Invalid($"'from' has at most {MaxFrom} characters."),
        var name => name,
    };
}
