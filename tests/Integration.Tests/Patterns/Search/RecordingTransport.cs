using System.Collections.Concurrent;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>Passes requests on, and keeps their operations.</summary>
internal sealed class RecordingTransport(IDynamoTransport inner) : IDynamoTransport
{
    public ConcurrentBag<DynamoOperation> Operations { get; } = [];

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        Operations.Add(request.Operation);
        return inner.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        // The engine is the test's.
    }
}
