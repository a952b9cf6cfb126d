using TrackingStore.Artifacts;
using TrackingStore.Store;

namespace TrackingStore.Server;

/// <summary>Cleans up when the server starts, and once a day.</summary>
internal sealed class CleanUpService(
    CleanUp cleanUp, IArtifactStore artifacts, ServerOptions options, TimeProvider time, ILogger<CleanUpService> logger) : BackgroundService
{
    /// <summary>The time between two times.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>How long an item without its owner is watched. A request that creates the owner does not take that long.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var left = new LeftArtifacts(artifacts);
            try
            {
                await cleanUp.RunAsync(TimeSpan.FromDays(options.CleanUpAfterDays!.Value), Grace, isDryRun: false, left, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The next time finds what is left.
                logger.LogWarning(e, "The clean-up ended early");
            }
            finally
            {
                // Nothing names them any more.
                if (left.ToString() is { } places) logger.LogWarning("The clean-up leaves files. {Left}", places);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
