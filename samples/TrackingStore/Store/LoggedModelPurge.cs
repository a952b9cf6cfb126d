using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Removes logged models. Those of an experiment that was deleted long ago are taken first: from then on no version is registered from
/// them. They are taken, and removed, only while nobody restores the experiment.
/// </summary>
internal sealed class LoggedModelPurge(TrackingTable table, ExperimentPurge experiments, PartRemoval parts, IArtifactStore artifacts)
{
    /// <summary>Deletes a model, as a user does, if its experiment is as it was found. Doing it again does no harm.</summary>
    /// <returns>False if somebody has restored the experiment, or the model is gone.</returns>
    public async Task<bool> TakeAsync(ExperimentItem experiment, LoggedModelItem model, CancellationToken cancellationToken)
    {
        var check = experiments.CheckUnchanged(experiment);
        // Its time stays, which tells a model that was only taken from one that a user has deleted meanwhile.
        var update = table.LoggedModels.Update(LoggedModelItem.Key(model.ModelId)).Set(m => m.Lifecycle, LifecycleStage.Deleted)
            .If(m => m.Lifecycle.Exists());
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

    /// <summary>Makes a model active again that was active before it was taken.</summary>
    public async Task GiveBackAsync(LoggedModelItem model, CancellationToken cancellationToken)
    {
        if (model.Lifecycle != LifecycleStage.Active) return;
        var (key, updated) = (LoggedModelItem.Key(model.ModelId), model.LastUpdateTime);
        try
        {
            await table.LoggedModels.Update(key).Set(m => m.Lifecycle, LifecycleStage.Active)
                .If(m => m.Lifecycle.Exists() & m.LastUpdateTime == updated)
                .ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another server has removed it, or a user has deleted it.
        }
    }

    /// <summary>Removes a model with its files and all that was logged to it.</summary>
    public async Task RemoveAsync(LoggedModelItem model, CancellationToken cancellationToken)
    {
        await artifacts.DeleteIfOwnAsync(model.ArtifactUri, cancellationToken);
        await parts.OfLoggedModelAsync(model.ModelId, cancellationToken);
        // Nobody can restore the model, so its own item goes last, and is found again until then.
        await table.LoggedModels.DeleteAsync(LoggedModelItem.Key(model.ModelId), cancellationToken);
    }
}
