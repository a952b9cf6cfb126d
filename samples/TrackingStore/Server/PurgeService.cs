using TrackingStore.Operations;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>
/// Removes expired runs when the server starts, and once an hour. It does so also if deleted runs are now kept: those that were deleted
/// before still expire.
/// </summary>
internal sealed class PurgeService(RunPurge purge, ServerMeter meter, TimeProvider time, ILogger<PurgeService> logger) : BackgroundService
{
    /// <summary>The time between two removals.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                meter.CleanedUp(await purge.PurgeAsync(stoppingToken));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The next time finds what is left.
                logger.LogWarning(e, "Expired runs could not be removed");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
