using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Deletes and restores runs. If deleted runs are not kept for ever, a deleted run has a time at which it expires, and an item that says
/// what is to be removed then. One transaction writes or removes both.
/// </summary>
internal sealed class RunStages(TrackingTable table, TimeProvider time)
{
    /// <summary>Deletes a run as it was read, or as it is now if another request was faster; a deleted one stays so.</summary>
    public async Task DeleteAsync(RunItem? run, CancellationToken cancellationToken)
    {
        while (run is { Lifecycle: LifecycleStage.Active })
        {
            var update = table.Runs.Update(RunItem.Key(run.RunId))
                .Set(r => r.Lifecycle, LifecycleStage.Deleted)
                .Set(r => r.DeletedTime, time.GetUtcNow().ToUnixTimeMilliseconds())
                .If(r => r.Lifecycle == LifecycleStage.Active);
            RunRemovalItem? removal = null;
            if (table.Runs.GetExpirationTime() is { } expiresAt)
            {
                update.Set(r => r.ExpiresAt, expiresAt);
                removal = new RunRemovalItem { RunId = run.RunId, DueAt = expiresAt, ArtifactUri = run.ArtifactUri };
            }

            if (await TryAsync(update, removal is null ? null : table.RunRemovals.Put(removal), cancellationToken)) return;
            run = await FindAsync(run.RunId, cancellationToken);
        }
    }

    /// <summary>Restores a run as it was read, or as it is now if another request was faster; an active one stays so.</summary>
    /// <returns>False if the run is gone.</returns>
    public async Task<bool> RestoreAsync(RunItem? run, CancellationToken cancellationToken)
    {
        while (run is { Lifecycle: LifecycleStage.Deleted })
        {
            var update = table.Runs.Update(RunItem.Key(run.RunId))
                .Set(r => r.Lifecycle, LifecycleStage.Active)
                .Remove(r => r.DeletedTime);
            IWriteOperation? removal = null;
            if (run.ExpiresAt is { } expiresAt)
            {
                // The same time as was read: otherwise the run was restored and deleted again, and the removal is another one.
                update.Remove(r => r.ExpiresAt).If(r => r.Lifecycle == LifecycleStage.Deleted & r.ExpiresAt == expiresAt);
                removal = table.RunRemovals.Delete(RunRemovalItem.Key(run.RunId));
            }
            else
            {
                update.If(r => r.Lifecycle == LifecycleStage.Deleted & r.ExpiresAt.NotExists());
            }

            if (await TryAsync(update, removal, cancellationToken)) return true;
            run = await FindAsync(run.RunId, cancellationToken);
        }

        return run is not null;
    }

    private async Task<bool> TryAsync(Update<RunItem> update, IWriteOperation? removal, CancellationToken cancellationToken)
    {
        try
        {
            if (removal is null) await update.ExecuteAsync(cancellationToken);
            else await table.Client.TransactWriteAsync([update, removal], cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(update))
        {
            return false;
        }
    }

    private ValueTask<RunItem?> FindAsync(string id, CancellationToken cancellationToken) =>
        table.Runs.GetAsync(RunItem.Key(id), consistentRead: true, cancellationToken);
}
