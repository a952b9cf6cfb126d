namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>How a test reaches the engine.</summary>
public enum Door
{
    InProcess,
    Http,
    Sdk,
    Bridge,
}
