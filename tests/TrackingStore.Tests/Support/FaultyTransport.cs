using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace TrackingStore.Tests.Support;

/// <summary>Stands for a store that works, fails or hangs, as the test says. It counts the calls that reach it.</summary>
internal sealed class FaultyTransport : IDynamoTransport
{
    private int calls;

    public int Calls => calls;

    /// <summary>The error of reads; null if they succeed.</summary>
    public Exception? ReadError { get; set; }

    /// <summary>The error of writes; null if they succeed.</summary>
    public Exception? WriteError { get; set; }

    /// <summary>Whether calls wait until they are cancelled.</summary>
    public bool Hangs { get; set; }

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        if (Hangs) await Task.Delay(Timeout.Infinite, cancellationToken);
        return (request.Operation is DynamoOperation.GetItem ? ReadError : WriteError) is { } error ? throw error : WireBuffer.Rent();
    }

    public void Dispose()
    {
    }
}
