using TrackingStore.Artifacts;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Sends an artifact of a run.</summary>
internal sealed class GetArtifact(RunStore runs, IArtifactStore artifacts) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetRoot(Access.Run(Permission.READ), "get-artifact", AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var arguments = RequestReader.OfQuery(context.Request);
        var runId = arguments.RequiredRunId();
        var path = ArtifactPath.Parse(arguments.RequiredText("path"));
        var root = ArtifactLocations.Resolve(await runs.ArtifactUriAsync(runId, context.RequestAborted), artifacts);
        await ArtifactDownload.SendAsync(context, artifacts, root.Append(path));
    }
}
