namespace DynamoToolkit.Local.Server;

/// <summary>The body of a request.</summary>
internal sealed class ReceivedBody : IDisposable
{
    /// <summary>The bytes; at the end, decompressed.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>What a large body takes of the limit, to be returned once the engine has answered; null for a small one.</summary>
    public IDisposable? Place { get; set; }

    public void Dispose() => Place?.Dispose();
}
