using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Shows a version of a registered model.</summary>
internal sealed class GetModelVersion(ModelVersionStore versions) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Get(
        Access.Model(Permission.READ),
        "mlflow/model-versions/get",
        async (arguments, cancellationToken) => new ModelVersionReply(
            (await versions.GetAsync(arguments.RequiredModel(), arguments.RequiredVersion(), cancellationToken)).ToMessage()));
}
