using TrackingStore.Artifacts;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Artifacts;

/// <summary>Sends an artifact of a version of a registered model.</summary>
internal sealed class GetModelVersionArtifact(ModelVersionStore versions, IArtifactStore artifacts) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.GetRoot(Access.Of(RequireAsync), "model-versions/get-artifact", AnswerAsync);

    /// <summary>
    /// A version shows its files to all who may read the model: its creator had to be allowed to read them. But if they were elsewhere
    /// then, nobody has checked that, so the caller has to be.
    /// </summary>
    private async Task RequireAsync(Gate gate, AccessRequest request)
    {
        await gate.RequireModelAsync(request, request.Arguments.RequiredModelName(), Permission.READ);
        var version = await versions.RequireAsync(request.Arguments.RequiredModel(), request.Arguments.RequiredVersion(), request.Aborted);
        if (version.AreFilesChecked == true || ArtifactLocations.IsOfAnyServer(version.StorageLocation)) return;
        var path = ArtifactLocations.Resolve(version.StorageLocation, artifacts);
        await gate.RequireFilesAsync(request.Caller, path.Text, Permission.READ, request.Aborted);
    }

    private async Task AnswerAsync(HttpContext context, Arguments arguments)
    {
        var path = ArtifactPath.Parse(arguments.RequiredText("path"));
        var version = await versions.RequireAsync(arguments.RequiredModel(), arguments.RequiredVersion(), context.RequestAborted);
        var root = ArtifactLocations.Resolve(version.StorageLocation, artifacts);
        await ArtifactDownload.SendAsync(context, artifacts, root.Append(path));
    }
}
