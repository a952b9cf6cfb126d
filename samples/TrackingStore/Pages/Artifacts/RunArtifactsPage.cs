using System.Globalization;
using TrackingStore.Artifacts;
using TrackingStore.Endpoints;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Pages.Artifacts;

/// <summary>The pages of a run's artifacts: the tree, and beside it the file that is open.</summary>
internal sealed class RunArtifactsPage(RunStore runs, ArtifactRepository repository, ArtifactPreview preview, Gate gate)
{
    private const string Address = "/runs/{id}/artifacts";

    // A path may have a thousand parts. The tree shows the last ones.
    private const int MaxFolders = 8;

    /// <summary>The tree of a run's artifacts with nothing open; null where this server does not keep them.</summary>
    public string? Tree(RunItem run, CancellationToken cancellationToken) =>
        Resolve(run) is { } root ? ArtifactTree.Render(run.RunId, Folders(root, "", 0, cancellationToken), "") : null;

    /// <summary>Adds the pages.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(RequireAsync, Address, RenderAsync);
        routes.MapPage(RequireAsync, Address + "/folder", ListAsync);
        routes.MapGet(Address + "/raw", SendAsync);
    }
}
