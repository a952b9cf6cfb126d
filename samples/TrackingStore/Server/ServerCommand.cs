using System.Net.Sockets;
using Amazon.Runtime;

namespace TrackingStore.Server;

/// <summary>Runs the server until the process is asked to stop.</summary>
internal static class ServerCommand
{
    /// <summary>Runs the server. Reports in one line, without a stack trace, what keeps it from starting.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        TrackingServer server;
        try
        {
            server = await TrackingServer.StartAsync(options, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or SocketException
            or AmazonClientException or AmazonServiceException)
        {
            await Console.Error.WriteLineAsync($"The server can't start: {e.Message}");
            return 1;
        }

        await using (server)
        {
            Console.WriteLine($"Tracking server at {server.Url.GetLeftPart(UriPartial.Authority)}");
            await server.WaitAsync(cancellationToken);
        }

        return 0;
    }
}
