using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>Lets a test look at the world before each request.</summary>
/// <param name="inner">The network.</param>
internal sealed class WatchedTransport(IDynamoTransport inner) : IDynamoTransport
{
    /// <summary>Called before each request.</summary>
    public required Func<DynamoRequest, Task> Before { get; init; }

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        await Before(request);
        return await inner.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        // The network is the test's.
    }
}
