namespace DynamoToolkit.Local.Server;

/// <summary>The program: runs an engine and a server until it is stopped.</summary>
internal static class ServerCommand
{
    /// <summary>Runs until cancelled. System.CommandLine cancels on SIGINT and SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        LocalServerOptions options, LocalDynamoOptions engineOptions, string? folder, CancellationToken cancellationToken)
    {
        try
        {
            using var engine = folder is null ? LocalDynamo.InMemory(engineOptions) : LocalDynamo.Open(folder, engineOptions);
            await ReportAsync(engine.Recovery);
            await using var server = await LocalDynamoServer.StartAsync(engine, options, cancellationToken);
            Console.WriteLine($"Listening on {server.Endpoint} ({(folder is null ? "in memory" : folder)})");
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(static _ => { }, TaskScheduler.Default);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A port or folder in use, or a damaged file: the message is enough.
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task ReportAsync(LocalRecovery? recovery)
    {
        if (recovery is null)
            return;

        if (recovery.DroppedBytes > 0)
            await Console.Error.WriteLineAsync($"Dropped {recovery.DroppedBytes} bytes of a write that was never acknowledged.");
        foreach (var loss in recovery.Losses)
            await Console.Error.WriteLineAsync($"Lost: {loss}");
        if (recovery.DamagedFiles is { } folder)
            await Console.Error.WriteLineAsync($"The damaged files are in {folder}.");
    }
}
