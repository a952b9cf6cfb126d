using Amazon.Runtime;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>
/// Ends calls of the AWS SDK's clients when their time is up. The clients read the body of a response or an error with
/// blocking calls. If the body stalls, neither their timeout nor a cancellation ends them.
/// </summary>
internal static class SdkCalls
{
    /// <summary>The longest wait before a retry in the SDK's retry modes.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>
    /// The longest duration of a call if each attempt ends within the time that the settings allow; infinite if they set none. There is one
    /// more wait than retries, to allow for work outside of attempts, such as resolving credentials.
    /// </summary>
    public static TimeSpan LongestCall(IClientConfig config)
    {
        if (config.Timeout is not { } timeout || timeout <= TimeSpan.Zero)
            return Timeout.InfiniteTimeSpan;

        var longest = (timeout + LongestWait) * (config.MaxErrorRetry + 1.0);
        return longest < LongestTimer ? longest : LongestTimer;
    }

    /// <summary>
    /// Makes a call, and abandons it if it does not end in time. Its thread stays blocked until the connection breaks, but no further
    /// attempt follows.
    /// </summary>
    /// <exception cref="TimeoutException">The call took longer than the longest time.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<T> EndInTimeAsync<T>(
        Func<CancellationToken, Task<T>> call, TimeSpan longest, CancellationToken cancellationToken)
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
            // This includes a call that has ended since its time was up: its outcome is unobserved.
            Forget(running);
            if (!running.IsCompleted)
                await end.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Nothing awaits the call any more. So its failure must not surface as an unobserved exception, and its answer must be disposed here.
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
