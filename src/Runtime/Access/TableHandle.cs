using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>One table as requests need it: the client, the physical name, and the beginning that every request on it has, encoded once.</summary>
internal sealed class TableHandle
{
    public TableHandle(DynamoClient client, string name)
    {
        TableNames.Check(name);
        Client = client;
        Name = name;
        Utf8Name = Encoding.UTF8.GetBytes(name);
        Opening = Encoding.UTF8.GetBytes($$"""{"TableName":"{{name}}" """[..^1]);
    }

    public DynamoClient Client { get; }

    public string Name { get; }

    public byte[] Utf8Name { get; }

    /// <summary><c>{"TableName":"runs"</c></summary>
    public byte[] Opening { get; }

    public TimeProvider Time => Client.Options.TimeProvider;

    public ValueTask<WireBuffer> SendAsync(DynamoOperation operation, WireBuffer body, CancellationToken cancellationToken) =>
        ConflictRetry.SendAsync(
            Client, new DynamoRequest(operation, body.WrittenMemory, Name), Client.Options.MaxConflictRetries, cancellationToken);
}
