using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace TrackingStore.Tests.Support;

/// <summary>Passes some requests on, and fails from then on, as if the process had ended. It leaves the other transport open.</summary>
internal sealed class CutTransport(IDynamoTransport inner, int requests) : IDynamoTransport
{
    private int left = requests;

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) =>
        Interlocked.Decrement(ref left) >= 0
            ? inner.SendAsync(request, cancellationToken)
            : throw new IOException("The process has ended.");

    public void Dispose()
    {
    }
}
