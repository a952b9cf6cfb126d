using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>Deletes or restores all runs of an experiment. Doing it again does no harm.</summary>
internal sealed class RunSweep(TrackingTable table)
{
    /// <summary>Deletes the active runs.</summary>
    public Task DeleteAsync(string experimentId, long time, CancellationToken cancellationToken) => SweepAsync(
        experimentId,
        LifecycleStage.Active,
        update => update.Set(r => r.Lifecycle, LifecycleStage.Deleted).Set(r => r.DeletedTime, time),
        cancellationToken);

    /// <summary>Restores the deleted runs.</summary>
    public Task RestoreAsync(string experimentId, CancellationToken cancellationToken) => SweepAsync(
        experimentId,
        LifecycleStage.Deleted,
        update => update.Set(r => r.Lifecycle, LifecycleStage.Active).Remove(r => r.DeletedTime),
        cancellationToken);

    private async Task SweepAsync(
        string experimentId, LifecycleStage from, Func<Update<RunItem>, Update<RunItem>> change, CancellationToken cancellationToken)
    {
        var runs = table.Runs.Query(RunItem.Index.ByExperiment(experimentId)).Where(r => r.Lifecycle == from);
        await Many.ForEachAsync(
            await runs.ToListAsync(cancellationToken),
            (run, token) => ChangeAsync(change(table.Runs.Update(RunItem.Key(run.RunId))).If(r => r.Lifecycle == from), token),
            cancellationToken);
    }

    private static async ValueTask ChangeAsync(Update<RunItem> update, CancellationToken cancellationToken)
    {
        try
        {
            await update.ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Someone else has moved this run to where it should be.
        }
    }
}
