using System.Collections.Concurrent;

namespace DynamoToolkit.Transport.Http;

/// <summary>
/// Lends the cancellation sources that end attempts in time. A timer and a source for each attempt would cost as much as the rest of it;
/// those that did not fire are used again. Safe for concurrent use.
/// </summary>
internal sealed class DeadlinePool(TimeSpan timeout, TimeProvider timeProvider) : IDisposable
{
    private const int MaxKept = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> free = new();

    /// <summary>A source that is cancelled after the timeout, as it starts now.</summary>
    public CancellationTokenSource Start()
    {
        if (!free.TryDequeue(out var source))
            return new CancellationTokenSource(timeout, timeProvider);

        source.CancelAfter(timeout);
        return source;
    }

    /// <summary>Takes a source back. Nothing may be registered with it any more.</summary>
    public void Return(CancellationTokenSource source)
    {
        if (free.Count < MaxKept && source.TryReset())
            free.Enqueue(source);
        else
            source.Dispose();
    }

    public void Dispose()
    {
        while (free.TryDequeue(out var source))
            source.Dispose();
    }
}
