using TrackingStore.Availability;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>Merges the packs of runs that are due, several runs at a time.</summary>
internal sealed class MergeService(HistoryMerge merge, HistoryQueue queue, ILogger<MergeService> logger) : BackgroundService
{
    private const int Parallelism = 4;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        queue.TakeAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = stoppingToken },
        async (runId, cancellationToken) =>
        {
            try
            {
                await merge.MergeAsync(runId, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // Nothing is lost: the packs stay, and what is logged to the run next, or who reads it, brings it here again.
                if (!GuardedTransport.IsOutage(e)) logger.LogWarning(e, "The history of run {RunId} could not be merged", runId);
            }
            finally
            {
                queue.Done(runId);
            }
        });
}
