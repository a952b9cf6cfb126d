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
        return (IsWrite(request.Operation) ? WriteError : ReadError) is { } error ? throw error : WireBuffer.Rent();
    }

    public void Dispose()
    {
    }

    private static bool IsWrite(DynamoOperation operation) => operation is DynamoOperation.PutItem or DynamoOperation.UpdateItem
        or DynamoOperation.DeleteItem or DynamoOperation.BatchWriteItem or DynamoOperation.TransactWriteItems
        or DynamoOperation.CreateTable or DynamoOperation.UpdateTable or DynamoOperation.DeleteTable or DynamoOperation.UpdateTimeToLive;
}
