namespace DynamoToolkit.Local.Server;

/// <summary>How a server listens, and whom it answers.</summary>
public sealed class LocalServerOptions
{
    /// <summary>The port at 127.0.0.1; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Names under which clients may address the server, besides <c>127.0.0.1</c>, <c>localhost</c> and <c>[::1]</c>; such as
    /// <c>host.docker.internal</c>. Names have no port. <c>*</c> stands for any characters; alone, it allows every name, also one that a
    /// stranger's domain gives this machine.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>
    /// Origins of web pages that may send requests and read the answers, such as <c>http://localhost:5173</c>. <c>*</c> stands for any
    /// characters; alone, it allows every page that a browser on this machine shows to read and delete all data.
    /// </summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>
    /// Whether the server collects garbage once it is idle after large bodies. Only for a process that is nothing but a server.
    /// </summary>
    internal bool ReturnsMemory { get; init; }
}
