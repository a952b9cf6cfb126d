using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Shows where the files of a version of a registered model are.</summary>
internal sealed class GetDownloadUri(ModelVersionStore versions) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(
        Access.Model(Permission.READ),
        "mlflow/model-versions/get-download-uri",
        async (arguments, cancellationToken) =>
        {
            var version = await versions.RequireAsync(arguments.RequiredModel(), arguments.RequiredVersion(), cancellationToken);
            return new ArtifactUriReply(version.StorageLocation);
        });
}
