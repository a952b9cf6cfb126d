using Amazon.Runtime;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>
/// Ends calls of the AWS SDK's clients when their time is up. The clients themselves read a response's body, and that of an error, with
/// blocking calls: when it stalls, neither their timeout nor a cancellation ends them.
/// </summary>
internal static class SdkCalls
{
    /// <summary>The longest wait before a retry in the SDK's retry modes.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>
    /// How long a call can take if each attempt ends in the time that the settings allow it; without end if they set none. There is one wait more than
    /// retries, for what is done outside of attempts, such as resolving credentials.
    /// </summary>
    public static TimeSpan LongestCall(IClientConfig config)
    {
        if (config.Timeout is not { } timeout || timeout <= TimeSpan.Zero)
            return Timeout.InfiniteTimeSpan;

        var longest = (timeout + LongestWait) * (config.MaxErrorRetry + 1.0);
        return longest < LongestTimer ? longest : LongestTimer;
    }

    /// <summary>
    /// Makes a call, and leaves it to itself when it does not end in time: its thread stays with it until the connection breaks, but no further
    /// attempt follows.
    /// </summary>
    /// <exception cref="TimeoutException">The call took longer than the longest time.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<T> EndInTimeAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (longest == Timeout.InfiniteTimeSpan && !cancellationToken.CanBeCanceled)
            return await call(cancellationToken).ConfigureAwait(false);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = call(end.Token);
        try
        {
            return await running.WaitAsync(longest, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Also a call that has ended since its time was up: nobody has seen how.
            Forget(running);
            if (!running.IsCompleted)
                await end.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Nobody waits for the call any more, so its failure must not come up as one that nobody has seen, and nobody else gives back what its answer holds.
    /// </summary>
    private static void Forget<T>(Task<T> call) => call.ContinueWith(
        static ended =>
        {
            if (ended.IsCompletedSuccessfully)
                (ended.Result as IDisposable)?.Dispose();
            else
                _ = ended.Exception;
        },
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
