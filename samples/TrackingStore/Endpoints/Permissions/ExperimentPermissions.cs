using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>Gives, shows, changes and takes back permissions for experiments.</summary>
internal sealed class ExperimentPermissions(GrantStore grants, ExperimentStore experiments) : IEndpoint
{
    private const string Folder = "mlflow/experiments/permissions/";
    private const string Id = "experiment_id";

    /// <inheritdoc/>
    public void Map(ApiRoutes routes)
    {
        var access = Access.Experiment(Permission.MANAGE);
        routes.Post(access, Folder + "create", async (arguments, cancellationToken) =>
        {
            var grant = arguments.ToGrant(ResourceKind.Experiment, Id);
            await experiments.GetAsync(grant.Resource, cancellationToken);
            var user = await grants.CreateAsync(grant, cancellationToken);
            return new ExperimentPermissionReply(grant.ToExperimentPermission(user));
        });
        routes.Get(access, Folder + "get", async (arguments, cancellationToken) =>
        {
            var (user, grant) = await grants.RequireAsync(
                arguments.RequiredKey("username"), ResourceKind.Experiment, arguments.RequiredKey(Id), cancellationToken);
            return new ExperimentPermissionReply(grant.ToExperimentPermission(user));
        });
        routes.ChangeWithoutReply(HttpMethods.Patch, access, Folder + "update", (arguments, cancellationToken) =>
            grants.UpdateAsync(arguments.ToGrant(ResourceKind.Experiment, Id), cancellationToken));
        routes.ChangeWithoutReply(HttpMethods.Delete, access, Folder + "delete", (arguments, cancellationToken) =>
            grants.DeleteAsync(arguments.RequiredKey("username"), ResourceKind.Experiment, arguments.RequiredKey(Id), cancellationToken));
    }
}
