using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Removes experiments that were deleted long ago, once nothing is left in them. It can be stopped anywhere and repeated: what is left of
/// an experiment belongs to nobody, and the clean-up finds it.
/// </summary>
internal sealed class ExperimentPurge(TrackingTable table, PartRemoval parts, RunSweep sweep)
{
    /// <summary>Whether an experiment was deleted before a time. The first experiment stays: every server makes it again.</summary>
    public static bool IsDue(ExperimentItem experiment, DateTimeOffset limit) => experiment.Lifecycle == LifecycleStage.Deleted
        && experiment.LastUpdateTime <= limit && experiment.ExperimentId != ExperimentIds.Default;

    /// <summary>Whether an experiment is as it was found: nobody has restored it.</summary>
    public async Task<bool> IsUnchangedAsync(ExperimentItem experiment, CancellationToken cancellationToken) =>
        await table.Experiments.GetAsync(ExperimentItem.Key(experiment.ExperimentId), consistentRead: true, cancellationToken)
            is { Lifecycle: LifecycleStage.Deleted } now && now.LastUpdateTime == experiment.LastUpdateTime;

    /// <summary>What makes a transaction fail if an experiment is not as it was found.</summary>
    public ConditionCheck<ExperimentItem> CheckUnchanged(ExperimentItem experiment)
    {
        var updated = experiment.LastUpdateTime;
        return table.Experiments.Check(ExperimentItem.Key(experiment.ExperimentId))
            .If(e => e.Lifecycle == LifecycleStage.Deleted & e.LastUpdateTime == updated);
    }

    /// <summary>Whether an experiment has runs, or logged models, except those that are to be removed.</summary>
    public async Task<bool> HasContentAsync(ExperimentItem experiment, int runs, int models, CancellationToken cancellationToken)
    {
        var allRuns = await table.Runs.Query(RunItem.Index.ByExperiment(experiment.ExperimentId)).CountAsync(cancellationToken);
        var allModels = await table.LoggedModels.Query(LoggedModelItem.Index.ByExperiment(experiment.ExperimentId))
            .CountAsync(cancellationToken);
        return allRuns > runs || allModels > models;
    }

    /// <summary>Removes an experiment in which nothing is left.</summary>
    /// <returns>False if something is, or if somebody has restored it.</returns>
    public async Task<bool> RemoveAsync(ExperimentItem experiment, CancellationToken cancellationToken)
    {
        var id = experiment.ExperimentId;
        if (!await IsUnchangedAsync(experiment, cancellationToken)) return false;
        if (await HasContentAsync(experiment, 0, 0, cancellationToken))
        {
            // Runs that a deletion which broke off has left grow old from now on.
            await sweep.DeleteAsync(id, cancellationToken);
            return false;
        }

        try
        {
            await table.Experiments.Delete(experiment).If(e => e.Lifecycle == LifecycleStage.Deleted).ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }

        await parts.OfExperimentAsync(id, cancellationToken);
        return true;
    }
}
