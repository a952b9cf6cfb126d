using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Materializers;

/// <summary>Lets something happen before the next update is sent, once: another writer that comes in between.</summary>
internal sealed class OvertakingTransport(IDynamoTransport inner) : IDynamoTransport
{
    /// <summary>What happens.</summary>
    public Func<Task>? BeforeUpdate { get; set; }

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (request.Operation == DynamoOperation.UpdateItem && BeforeUpdate is { } action)
        {
            BeforeUpdate = null;
            await action();
        }

        return await inner.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
    }
}
