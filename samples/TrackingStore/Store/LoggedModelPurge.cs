using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Removes logged models. Those of an experiment that was deleted long ago are taken first: from then on no version is registered from
/// them. When nobody has registered one before, their removal begins. Both happen only while nobody restores the experiment. So a restore
/// gets back all models whose removal has not begun, whatever became of the clean-up.
/// </summary>
internal sealed class LoggedModelPurge(TrackingTable table, ExperimentPurge experiments, PartRemoval parts, IArtifactStore artifacts)
{
    /// <summary>Takes a model, if its experiment is as it was found. Doing it again does no harm.</summary>
    /// <returns>False if somebody has restored the experiment, or changed the model.</returns>
    public Task<bool> TakeAsync(ExperimentItem experiment, LoggedModelItem model, CancellationToken cancellationToken)
    {
        var update = table.LoggedModels.Update(LoggedModelItem.Key(model.ModelId)).Set(m => m.Lifecycle, LifecycleStage.Deleted);
        // One that a user deleted is not taken: it must not come back.
        return model.Lifecycle == LifecycleStage.Deleted && model.IsTaken != true
            ? TryAsync(experiment, update.If(m => m.Lifecycle.Exists()), cancellationToken)
            : TryAsync(
                experiment,
                update.Set(m => m.IsTaken, true).If(m => m.Lifecycle == LifecycleStage.Active | m.IsTaken == true),
                cancellationToken);
    }

    /// <summary>Begins to remove a model that was taken, if its experiment is still as it was found. From then on it is lost.</summary>
    /// <returns>False if somebody has restored the experiment, or the model is gone.</returns>
    public Task<bool> BeginRemovalAsync(ExperimentItem experiment, LoggedModelItem model, CancellationToken cancellationToken) => TryAsync(
        experiment,
        table.LoggedModels.Update(LoggedModelItem.Key(model.ModelId)).Remove(m => m.IsTaken)
            .If(m => m.Lifecycle == LifecycleStage.Deleted),
        cancellationToken);

    /// <summary>Removes a model with its files and all that was logged to it.</summary>
    public async Task RemoveAsync(LoggedModelItem model, CancellationToken cancellationToken)
    {
        await artifacts.DeleteIfOwnAsync(model.ArtifactUri, cancellationToken);
        await parts.OfLoggedModelAsync(model.ModelId, cancellationToken);
        // Nobody can restore the model, so its own item goes last, and is found again until then.
        await table.LoggedModels.DeleteAsync(LoggedModelItem.Key(model.ModelId), cancellationToken);
    }

    private async Task<bool> TryAsync(ExperimentItem experiment, Update<LoggedModelItem> update, CancellationToken cancellationToken)
    {
        var check = experiments.CheckUnchanged(experiment);
        try
        {
            await table.Client.TransactWriteAsync([check, update], cancellationToken);
            return true;
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(check) || e.ConditionFailed(update))
        {
            return false;
        }
    }
}
