using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>Sends every write twice: the first response is lost, as it is when a transport tries again.</summary>
internal sealed class TwiceTransport(IDynamoTransport inner) : IDynamoTransport
{
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (request.Operation is not (DynamoOperation.GetItem or DynamoOperation.Query or DynamoOperation.BatchGetItem))
            (await inner.SendAsync(request, cancellationToken)).Dispose();
        return await inner.SendAsync(request, cancellationToken);
    }

    public void Dispose() => inner.Dispose();
}
