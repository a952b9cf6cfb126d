namespace TrackingStore.Availability;

/// <summary>
/// Keeps a server that was asked to stop going for a while, so that a load balancer notices and sends requests elsewhere. Only then does
/// the server stop listening; what it has begun it finishes.
/// </summary>
/// <param name="duration">How long the server goes on.</param>
/// <param name="time">The clock.</param>
internal sealed class Drain(TimeSpan duration, TimeProvider time) : IHostedLifecycleService
{
    private volatile bool hasBegun;

    /// <summary>Whether the server was asked to stop.</summary>
    public bool HasBegun => hasBegun;

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        hasBegun = true;
        // The host waits only for its shutdown timeout.
        await Task.Delay(duration, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
