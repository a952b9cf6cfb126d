namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>The ways into an engine.</summary>
public enum DoorKind
{
    /// <summary>Bytes in process, without a socket.</summary>
    InProcess,

    /// <summary>The HTTP port.</summary>
    Http,
}
