using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Gives a registered model another name.</summary>
internal sealed class RenameRegisteredModel(ModelStore models) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => routes.Post(
        Access.Model(Permission.EDIT),
        "mlflow/registered-models/rename",
        async (arguments, cancellationToken) =>
        {
            var (model, newName) = (arguments.RequiredModel(), arguments.RequiredNewModelName("new_name"));
            return new RegisteredModelReply((await models.RenameAsync(model, newName, cancellationToken)).ToMessage());
        });
}
