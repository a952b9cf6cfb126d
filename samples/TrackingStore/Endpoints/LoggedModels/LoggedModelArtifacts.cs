using TrackingStore.Artifacts;
using TrackingStore.Endpoints.Artifacts;
using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.LoggedModels;

/// <summary>Lists and sends the files of logged models.</summary>
internal sealed class LoggedModelArtifacts(LoggedModelStore models, IArtifactStore artifacts) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        routes.Get(Access.LoggedModel(Permission.READ), "mlflow/logged-models/{model_id}/artifacts/directories", ListAsync);
        routes.RawAjax(
            HttpMethods.Get, Access.LoggedModel(Permission.READ), "mlflow/logged-models/{model_id}/artifacts/files", SendAsync);
    }

    private async Task<ArtifactsReply> ListAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var path = ArtifactPath.Parse(arguments.Text("artifact_directory_path"));
        var root = (await models.RequireAsync(arguments.RequiredLoggedModel(), cancellationToken)).ArtifactUri;
        var folder = ArtifactLocations.Resolve(root, artifacts).Append(path);
        return new ArtifactsReply(root, (await artifacts.ListAsync(folder, cancellationToken)).ToMessage(path.Text));
    }

    private async Task SendAsync(HttpContext context)
    {
        var arguments = RequestReader.OfQuery(context.Request);
        var path = ArtifactPath.Parse(arguments.RequiredText("artifact_file_path"));
        var model = await models.RequireAsync(arguments.RequiredLoggedModel(), context.RequestAborted);
        await ArtifactDownload.SendAsync(context, artifacts, ArtifactLocations.Resolve(model.ArtifactUri, artifacts).Append(path));
    }
}
