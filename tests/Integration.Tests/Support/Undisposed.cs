using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A transport that survives its client, so that several clients can share it.</summary>
internal sealed class Undisposed(IDynamoTransport inner) : IDynamoTransport
{
    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken) =>
        inner.SendAsync(request, cancellationToken);

    public void Dispose()
    {
    }
}
