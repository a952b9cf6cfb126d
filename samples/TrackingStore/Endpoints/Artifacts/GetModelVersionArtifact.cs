using TrackingStore.Artifacts;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Sends an artifact of a version of a registered model.</summary>
internal sealed class GetModelVersionArtifact(ModelVersionStore versions, IArtifactStore artifacts) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetRoot(Access.Model(Permission.READ), "model-versions/get-artifact", AnswerAsync);

    private async Task AnswerAsync(HttpContext context, Arguments arguments)
    {
        var path = ArtifactPath.Parse(arguments.RequiredText("path"));
        var version = await versions.RequireAsync(arguments.RequiredModel(), arguments.RequiredVersion(), context.RequestAborted);
        var root = ArtifactLocations.Resolve(version.StorageLocation, artifacts);
        await ArtifactDownload.SendAsync(context, artifacts, root.Append(path));
    }
}
