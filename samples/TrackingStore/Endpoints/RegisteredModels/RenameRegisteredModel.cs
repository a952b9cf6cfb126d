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
            arguments.ChangedId = (await models.RequireAsync(model, cancellationToken)).ModelId;
            var renamed = await models.RenameAsync(model with { CheckedId = arguments.ChangedId }, newName, cancellationToken);
            return new RegisteredModelReply(renamed.ToMessage());
        },
        async (arguments, cancellationToken) =>
        {
            var (oldName, newName) = (arguments.RequiredModelName(), arguments.RequiredNewModelName("new_name"));
            if (arguments.ChangedId is null || await models.ExistsAsync(oldName, cancellationToken)) return null;
            var renamed = await models.GetAsync(new ModelKey(newName), cancellationToken);
            return renamed.Item.ModelId == arguments.ChangedId ? new RegisteredModelReply(renamed.ToMessage()) : null;
        });
}
