using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DynamoToolkit.Local.Server;

/// <summary>What the server asks of Kestrel.</summary>
internal static class KestrelExtensions
{
    /// <summary>Listens on 127.0.0.1 alone: requests are not authenticated, so that no other machine may send any.</summary>
    public static void ListenLocalhostOnly(this KestrelServerOptions kestrel, int port) =>
        kestrel.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http1);
}
