using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Describes a registered model.</summary>
internal sealed class UpdateRegisteredModel(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Change(
        HttpMethods.Patch,
        Access.Model(Permission.EDIT),
        "mlflow/registered-models/update",
        async (arguments, cancellationToken) => new RegisteredModelReply(
            (await models.DescribeAsync(arguments.RequiredModel(), arguments.Description(), cancellationToken)).ToMessage()));
}
