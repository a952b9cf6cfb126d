using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Availability;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>Merges the packs of runs that are due, several runs at a time.</summary>
internal sealed class MergeService(
    HistoryMerge merge, HistoryQueue queue, TimeProvider time, ILogger<MergeService> logger) : BackgroundService
{
    private const int Parallelism = 4;
    private readonly OncePerMinute busy = new(time);

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
                Log(runId, e);
            }
            finally
            {
                queue.Done(runId);
            }
        });

    /// <summary>
    /// An outage has its own line in the log, and what a busy store did not get to has one a minute, whatever the number of runs.
    /// </summary>
    private void Log(string runId, Exception error)
    {
        if (GuardedTransport.IsOutage(error)) return;
        if (error is not BatchWriteException and not ProvisionedThroughputExceededException)
            logger.LogWarning(error, "The history of run {RunId} could not be merged", runId);
        else if (busy.IsDue())
            logger.LogWarning("DynamoDB is busy, so histories are merged later, now that of run {RunId}: {Reason}", runId, error.Message);
    }
}
