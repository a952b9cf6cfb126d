using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Docs.Testing;

// example: faulty-transport
/// <summary>Passes requests on, unless it was told to fail.</summary>
public sealed class FaultyTransport(IDynamoTransport inner) : IDynamoTransport
{
    /// <summary>The error to throw before a request reaches the database: a throttle, a refused connection.</summary>
    public Func<DynamoRequest, Exception?> FailBefore { get; set; } = _ => null;

    /// <summary>The error to throw after the database has done its work: the answer is lost.</summary>
    public Func<DynamoRequest, Exception?> FailAfter { get; set; } = _ => null;

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (FailBefore(request) is { } refused)
            throw refused;

        WireBuffer answer = await inner.SendAsync(request, cancellationToken);
        if (FailAfter(request) is { } lost)
        {
            answer.Dispose();
            throw lost;
        }

        return answer;
    }

    public void Dispose() => inner.Dispose();
}
// end
