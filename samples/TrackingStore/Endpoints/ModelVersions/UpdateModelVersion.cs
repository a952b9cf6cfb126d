using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.ModelVersions;

/// <summary>Describes a version of a registered model.</summary>
internal sealed class UpdateModelVersion(ModelVersionStore versions) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Change(
        HttpMethods.Patch,
        Access.Model(Permission.EDIT),
        "mlflow/model-versions/update",
        async (arguments, cancellationToken) =>
        {
            var (model, version) = (arguments.RequiredModel(), arguments.RequiredVersion());
            return new ModelVersionReply(
                (await versions.DescribeAsync(model, version, arguments.Description(), cancellationToken)).ToMessage());
        });
}
