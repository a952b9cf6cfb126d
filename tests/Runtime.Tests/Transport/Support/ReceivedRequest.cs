namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>One HTTP request as it came over the wire.</summary>
internal sealed record ReceivedRequest(
    int Number, int Connection, string StartLine, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Operation => Headers["X-Amz-Target"].Split('.')[1];
}
