using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Removes what was logged to deleted runs that have expired. It can be stopped anywhere, repeated, and run by several servers at once: a
/// run's removal goes last, and is found again until then.
/// </summary>
internal sealed class RunPurge(TrackingTable table, PartRemoval parts, IArtifactStore artifacts, TimeProvider time)
{
    /// <summary>Removes the runs that have expired.</summary>
    /// <param name="left">Gets the artifacts that stay, also if some runs could not be removed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many they were.</returns>
    /// <exception cref="AggregateException">Some could not be removed; all others were.</exception>
    public async Task<int> PurgeAsync(LeftArtifacts left, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = table.RunRemovals.Query(RunRemovalItem.Index.Removals(), RunRemovalItem.Index.RemovalsSortKey.AtMost(now));
        var purged = 0;
        var errors = new List<Exception>();
        await foreach (var removal in due.WithCancellation(cancellationToken))
        {
            try
            {
                if (!await PurgeAsync(removal, now, cancellationToken)) continue;
                left.Add(removal.ArtifactUri);
                purged++;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // One folder that can't be deleted must not keep all other runs.
                errors.Add(e);
            }
        }

        return errors.Count == 0 ? purged : throw new AggregateException(errors);
    }

    private async Task<bool> PurgeAsync(RunRemovalItem removal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await EndAsync(removal.RunId, now, cancellationToken)) return false;
        await parts.OfRunAsync(removal.RunId, cancellationToken);
        await artifacts.DeleteIfOwnAsync(removal.ArtifactUri, cancellationToken);
        await table.RunRemovals.DeleteAsync(RunRemovalItem.Key(removal.RunId), cancellationToken);
        return true;
    }

    /// <summary>
    /// Deletes the run's own item if it is still there and has expired. From then on nobody can restore the run, so that nothing of a
    /// restored run is removed.
    /// </summary>
    /// <returns>False if the run was restored: the index is a moment behind.</returns>
    private async Task<bool> EndAsync(string runId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await table.Runs.Delete(RunItem.Key(runId)).If(r => r.RunId.NotExists() | r.ExpiresAt <= now).ExecuteAsync(cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
