using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>Gives, shows, changes and takes back permissions for experiments.</summary>
internal sealed class ExperimentPermissions(GrantStore grants, ExperimentStore experiments) : IEndpoint
{
    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => PermissionRoutes.Map(
        routes,
        ResourceKind.Experiment,
        "experiment_id",
        "mlflow/experiments/permissions/",
        Access.Experiment(Permission.MANAGE),
        grants,
        static (arguments, _) =>
        {
            var id = arguments.RequiredKey("experiment_id");
            return Task.FromResult(new GrantTarget(ResourceKind.Experiment, id, id));
        },
        experiments.GetAsync,
        static (grant, user, _) => new ExperimentPermissionReply(grant.ToExperimentPermission(user)));
}
