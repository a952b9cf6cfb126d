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
                // Nothing is lost: the packs stay, and what is logged to the run next brings it here again.
                logger.LogWarning(e, "The history of run {RunId} could not be merged", runId);
            }
        });
}
