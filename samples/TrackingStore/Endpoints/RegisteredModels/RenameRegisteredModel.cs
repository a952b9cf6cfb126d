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
    public void Map(ApiRoutes routes) => routes.ChangeOnce(
        HttpMethods.Post,
        Access.Model(Permission.EDIT),
        "mlflow/registered-models/rename",
        ["name", "new_name"],
        async (arguments, cancellationToken) =>
        {
            var (model, newName) = (arguments.RequiredModel(), arguments.RequiredNewModelName("new_name"));
            return new RegisteredModelReply((await models.RenameAsync(model, newName, cancellationToken)).ToMessage());
        },
        async (arguments, cancellationToken) =>
        {
            var (oldName, newName) = (arguments.RequiredModelName(), arguments.RequiredNewModelName("new_name"));
            if (await models.ExistsAsync(oldName, cancellationToken)) return null;
            var renamed = await models.GetAsync(new ModelKey(newName), cancellationToken);
            return renamed.Item.RenameTime is null ? null : new RegisteredModelReply(renamed.ToMessage());
        });
}
