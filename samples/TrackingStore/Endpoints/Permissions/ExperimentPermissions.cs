using TrackingStore.Protocol.Messages;
using TrackingStore.Protocol.Replies;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Permissions;

/// <summary>Gives, shows, changes and takes back permissions for experiments.</summary>
internal sealed class ExperimentPermissions(GrantStore grants, ExperimentStore experiments) : IEndpoint
{
    private static readonly PermissionRoutes OfExperiments = new(
        ResourceKind.Experiment, "mlflow/experiments/permissions/", "experiment_id");

    /// <inheritdoc/>
    public void Map(ApiRoutes routes) => OfExperiments.Map(
        routes,
        Access.Experiment(Permission.MANAGE),
        grants,
        static (id, _) => Task.FromResult(id),
        experiments.GetAsync,
        static (grant, user, _) => new ExperimentPermissionReply(grant.ToExperimentPermission(user)));
}
