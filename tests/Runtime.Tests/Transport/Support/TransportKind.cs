namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>The ways to DynamoDB that go over a socket.</summary>
public enum TransportKind
{
    Http,
    Sdk,
    Bridge,
}
