using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Docs.Testing;

// example: fake-transport
/// <summary>Gives one answer to everything and keeps the requests.</summary>
public sealed class FakeTransport(string answer) : IDynamoTransport
{
    public List<(DynamoOperation Operation, string Body)> Requests { get; } = [];

    public ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        Requests.Add((request.Operation, Encoding.UTF8.GetString(request.Body.Span)));      // the bytes are valid only during the call
        WireBuffer response = WireBuffer.Rent();                                            // the caller disposes it
        response.Write(Encoding.UTF8.GetBytes(answer));
        return ValueTask.FromResult(response);
    }

    public void Dispose()
    {
    }
}
// end
