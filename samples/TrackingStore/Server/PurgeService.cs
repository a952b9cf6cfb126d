using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Operations;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>
/// Removes expired runs when the server starts, and once an hour. It does so also if deleted runs are now kept: those that were deleted
/// before still expire. The log names the artifacts that this server cannot remove. It also removes what is left of uploads of artifacts
/// that nobody goes on with.
/// </summary>
internal sealed class PurgeService(
    RunPurge purge, IArtifactStore artifacts, ServerMeter meter, TimeProvider time, ILogger<PurgeService> logger) : BackgroundService
{
    /// <summary>After how long an upload in parts that has not ended is abandoned.</summary>
    public static readonly TimeSpan MaxUploadAge = TimeSpan.FromDays(7);

    /// <summary>The time between two removals.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var left = new LeftArtifacts(artifacts);
            try
            {
                meter.CleanedUp(await purge.PurgeAsync(left, stoppingToken));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The next time finds what is left.
                logger.LogWarning(e, "Expired runs could not be removed");
            }
            finally
            {
                // Nothing names them any more.
                if (left.ToString() is { } places) logger.LogWarning("The removal of expired runs leaves files. {Left}", places);
            }

            await RemoveUploadsAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RemoveUploadsAsync(CancellationToken stoppingToken)
    {
        try
        {
            await artifacts.RemoveUnfinishedAsync(time.GetUtcNow() - MaxUploadAge, isDryRun: false, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The next time finds what is left. The log has the reason of an outage already.
            if (e is not TrackingException) logger.LogWarning(e, "Unfinished uploads could not be removed");
        }
    }
}
