using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>Whether the experiments, runs, models and versions are there to which items and folders belong.</summary>
internal sealed class PartOwners(TrackingTable table)
{
    /// <summary>Whether the owner does not exist. A run that has expired counts until the rest of it is removed.</summary>
    public async Task<bool> IsMissingAsync(PartOwner owner, CancellationToken cancellationToken) => owner.Kind switch
    {
        PartOwnerKind.Experiment =>
            await table.Experiments.GetAsync(ExperimentItem.Key(owner.Id), consistentRead: true, cancellationToken) is null,
        PartOwnerKind.Model =>
            await table.Models.GetAsync(RegisteredModelItem.Key(owner.Id), consistentRead: true, cancellationToken) is null,
        PartOwnerKind.Version => await table.ModelVersions.GetAsync(
            ModelVersionItem.Key(owner.Id, owner.Version), consistentRead: true, cancellationToken) is null,
        PartOwnerKind.LoggedModel =>
            await table.LoggedModels.GetAsync(LoggedModelItem.Key(owner.Id), consistentRead: true, cancellationToken) is null,
        _ => await table.Runs.GetAsync(RunItem.Key(owner.Id), consistentRead: true, cancellationToken) is null
            && await table.RunRemovals.GetAsync(RunRemovalItem.Key(owner.Id), consistentRead: true, cancellationToken) is null,
    };
}
