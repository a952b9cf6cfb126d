using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Protocol.Requests;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.RegisteredModels;

/// <summary>Sets, deletes and looks up aliases of registered models.</summary>
internal sealed class RegisteredModelAliases(ModelStore models, ModelVersionStore versions) : IEndpoint
{
    private const string Path = "mlflow/registered-models/alias";

    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        routes.PostWithoutReply(Access.Model(Permission.EDIT), Path, (arguments, cancellationToken) => models.SetAliasAsync(
            arguments.RequiredModel(), arguments.RequiredNewAlias(), arguments.RequiredVersion(), cancellationToken));
        routes.ChangeWithoutReply(
            HttpMethods.Delete,
            Access.Model(Permission.MANAGE),
            Path,
            (arguments, cancellationToken) =>
                models.DeleteAliasAsync(arguments.RequiredModel(), arguments.RequiredAlias(), cancellationToken));
        routes.Get(Access.Model(Permission.READ), Path, async (arguments, cancellationToken) =>
        {
            var (model, alias) = (arguments.RequiredModel(), arguments.RequiredAlias());
            return new ModelVersionReply((await versions.GetByAliasAsync(model, alias, cancellationToken)).ToMessage());
        });
    }
}
