using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>Gives others their turn at random before and after a request, so that calls interleave in many ways.</summary>
internal sealed class DelayingTransport(IDynamoTransport inner, int seed) : IDynamoTransport
{
    private readonly Random random = new(seed);
    private readonly Lock gate = new();

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        await WaitAsync();
        var response = await inner.SendAsync(request, cancellationToken);
        await WaitAsync();
        return response;
    }

    public void Dispose()
    {
    }

    private async Task WaitAsync()
    {
        int turns;
        lock (gate)
            turns = random.Next(4) == 0 ? random.Next(40) : random.Next(3);
        for (var i = 0; i < turns; i++)
            await Task.Yield();
    }
}
