namespace DynamoToolkit.Local.Server;

/// <summary>The program: an engine and a server, until the signal to stop.</summary>
internal static class ServerCommand
{
    /// <summary>Runs until cancelled, which System.CommandLine does on SIGINT and SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(int port, string? folder, CancellationToken cancellationToken)
    {
        try
        {
            using var engine = folder is null ? LocalDynamo.InMemory() : LocalDynamo.Open(folder);
            await using var server = await LocalDynamoServer.StartAsync(engine, port, cancellationToken);
            Console.WriteLine($"Listening on {server.Endpoint} ({(folder is null ? "in memory" : folder)})");
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A port in use, a folder in use, a damaged file: the message says all there is to say.
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
