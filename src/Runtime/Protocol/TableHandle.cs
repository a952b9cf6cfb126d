using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// What requests on a table need: the client, the physical name, and the common beginning of every request, encoded once.
/// </summary>
internal sealed class TableHandle
{
    public TableHandle(ClientContext client, string name)
    {
        TableNames.Check(name);
        Client = client;
        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        Opening = Encoding.UTF8.GetBytes($$"""{"TableName":"{{name}}" """[..^1]);
    }

    public ClientContext Client { get; }

    public string Name { get; }

    public byte[] Utf8Name { get; }

    /// <summary><c>{"TableName":"runs"</c></summary>
    public byte[] Opening { get; }

    public TimeProvider Time => Client.Time;

    /// <summary>Sends a request on this table alone.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The request.</param>
    /// <param name="detail">How much detail of the consumed capacity the request asks for.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public ValueTask<WireBuffer> SendAsync(
        DynamoOperation operation, WireBuffer body, CapacityDetail detail, CancellationToken cancellationToken) =>
        SendAsync(operation, body, detail, new ConflictRetries(Client.MaxConflictRetries), cancellationToken);

    /// <inheritdoc cref="SendAsync(DynamoOperation, WireBuffer, CapacityDetail, CancellationToken)"/>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The request.</param>
    /// <param name="detail">How much detail of the consumed capacity the request asks for.</param>
    /// <param name="retries">How often the request goes again after a conflict with a transaction.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public ValueTask<WireBuffer> SendAsync(
        DynamoOperation operation, WireBuffer body, CapacityDetail detail, ConflictRetries retries, CancellationToken cancellationToken) =>
        Client.SendAsync(
            new DynamoRequest(operation, body.WrittenMemory, Name) { ReturnsConsumedCapacity = detail is not CapacityDetail.None },
            retries,
            cancellationToken);

    /// <inheritdoc cref="SendAsync(DynamoOperation, WireBuffer, CapacityDetail, CancellationToken)"/>
    public ValueTask<WireBuffer> SendAsync(DynamoOperation operation, WireBuffer body, CancellationToken cancellationToken) =>
        SendAsync(operation, body, CapacityDetail.None, cancellationToken);
}
