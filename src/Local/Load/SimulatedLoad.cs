using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Local;

/// <summary>
/// Drives an engine with a load on simulated time, to show in a test whether a key design carries it. The engine needs
/// <see cref="HeatOptions.Throttle"/> and the same clock.
/// </summary>
public static class SimulatedLoad
{
    private static readonly HashSet<string> ThrottlingCodes =
        new(StringComparer.Ordinal) { "ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded" };

    /// <summary>
    /// Makes calls one after the other and moves the clock between them. Each call is made once: a throttled one is only counted.
    /// </summary>
    /// <param name="engine">The engine that the calls reach.</param>
    /// <param name="clock">The engine's clock.</param>
    /// <param name="callsPerSecond">The load.</param>
    /// <param name="duration">How long it lasts, on the simulated clock.</param>
    /// <param name="call">
    /// Makes the call with this number, from 0. It must send one request and let its exception pass. Batches, and saves of versions and
    /// unique values, retry what was throttled and take real time.
    /// </param>
    /// <returns>What happened.</returns>
    /// <exception cref="InvalidOperationException">The engine does not measure heat.</exception>
    public static async Task<LoadResult> RunAsync(
        LocalDynamo engine, SimulatedClock clock, double callsPerSecond, TimeSpan duration, Func<int, Task> call)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(callsPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);

        var heat = engine.Heat;
        var calls = (int)Math.Ceiling(callsPerSecond * duration.TotalSeconds);
        var throttled = 0;
        var start = clock.GetUtcNow();
        for (var i = 0; i < calls; i++)
        {
            try
            {
                await call(i).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsThrottle(exception))
            {
                throttled++;
            }

            // From the start, so that rounding does not add up.
            var next = start + (duration * ((i + 1.0) / calls)) - clock.GetUtcNow();
            if (next > TimeSpan.Zero)
                clock.Advance(next);
        }

        return new LoadResult(calls, throttled, heat.HottestKeys());
    }

    private static bool IsThrottle(Exception exception) => exception switch
    {
        ProvisionedThroughputExceededException or ThrottlingException or RequestLimitExceededException => true,
        TransactionCanceledException cancelled =>
            cancelled.CancellationReasons?.Exists(static reason => ThrottlingCodes.Contains(reason.Code)) == true,
        _ => false,
    };
}
