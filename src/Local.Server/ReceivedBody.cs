namespace DynamoToolkit.Local.Server;

/// <summary>The body of a request.</summary>
/// <param name="Bytes">The bytes, decompressed.</param>
/// <param name="Place">What a large body takes of the limit, to be given back once the engine has answered; null for a small one.</param>
internal sealed record ReceivedBody(byte[] Bytes, IDisposable? Place) : IDisposable
{
    public void Dispose() => Place?.Dispose();
}
