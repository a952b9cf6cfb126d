using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>Sees each request before an engine does, and can answer it instead. It leaves the engine open.</summary>
internal sealed class Interceptor(IDynamoTransport engine, Func<DynamoRequest, CancellationToken, Task<string?>> intercept)
    : IDynamoTransport
{
    public Interceptor(IDynamoTransport engine, Func<DynamoRequest, string?> intercept)
        : this(engine, (request, _) => Task.FromResult(intercept(request)))
    {
    }

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (await intercept(request, cancellationToken) is not { } json)
            return await engine.SendAsync(request, cancellationToken);

        var answer = WireBuffer.Rent();
        answer.Write(Encoding.UTF8.GetBytes(json));
        return answer;
    }

    public void Dispose()
    {
    }
}
