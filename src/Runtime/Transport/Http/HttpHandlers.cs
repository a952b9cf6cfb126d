using System.Net;

namespace DynamoToolkit.Transport.Http;

/// <summary>Makes the HTTP handler that connections are pooled in.</summary>
internal static class HttpHandlers
{
    public static SocketsHttpHandler Create(HttpTransportOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            // Each of these costs allocations on every request, and none is of use to an API that neither redirects nor sets cookies.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.UseProxy,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = options.PooledConnectionLifetime,
            PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new GatheringStream(context.PlaintextStream)),
            MaxConnectionsPerServer = options.MaxConnections ?? int.MaxValue,
        };
        options.ConfigureHandler?.Invoke(handler);
        return handler;
    }
}
