using System.Runtime.CompilerServices;
using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>Gives one answer to everything, later and without allocating, as a network would.</summary>
internal sealed class CannedTransport(string json) : IDynamoTransport
{
    private readonly byte[] answer = Encoding.UTF8.GetBytes(json);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var response = WireBuffer.Rent(answer.Length);
        response.Write(answer);
        return response;
    }

    public void Dispose()
    {
    }
}
