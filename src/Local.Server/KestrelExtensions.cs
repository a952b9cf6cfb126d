using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DynamoToolkit.Local.Server;

/// <summary>Settings of Kestrel.</summary>
internal static class KestrelExtensions
{
    /// <summary>Listens only on 127.0.0.1. Requests are not authenticated, so no other machine may send any.</summary>
    public static void ListenLocalhostOnly(this KestrelServerOptions kestrel, int port) =>
        kestrel.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http1);
}
