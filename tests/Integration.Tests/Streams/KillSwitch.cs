using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>The network of one process, which ends with the process: nothing that it sends afterwards arrives.</summary>
internal sealed class KillSwitch(IDynamoTransport inner) : IDynamoTransport
{
    private volatile bool isDead;

    public bool IsDead => isDead;

    public void Kill() => isDead = true;

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        ThrowIfDead(request.Operation);
        var answer = await inner.SendAsync(request, cancellationToken);
        if (isDead)
            answer.Dispose();
        ThrowIfDead(request.Operation);
        return answer;
    }

    public void Dispose()
    {
    }

    private void ThrowIfDead(DynamoOperation operation)
    {
        if (isDead)
            throw new TransportException("The process is dead.") { Operation = operation };
    }
}
