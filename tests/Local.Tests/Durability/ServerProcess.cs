using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>The server in its own process, which a test can kill.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "DynamoToolkit.Local.Server.dll");
    private readonly Process process;

    private ServerProcess(Process process, string endpoint)
    {
        this.process = process;
        Endpoint = new Uri(endpoint);
    }

    /// <summary>The address of the server.</summary>
    public Uri Endpoint { get; }

    /// <summary>The id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Starts the server that was built with the tests on a free port.</summary>
    public static Task<ServerProcess> StartAsync(string folder, params IEnumerable<string> options) =>
        StartAsync(new ProcessStartInfo("dotnet", [.. Arguments(folder), .. options]));

    /// <summary>Runs a command of the tool to its end. Returns its exit code.</summary>
    public static async Task<int> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Process.Start("dotnet", [Tool, .. arguments]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private static IEnumerable<string> Arguments(string folder) => [Tool, "--port", "0", "--data", folder];

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;

        // A process that is killed would leave the sockets of its diagnostics in the folder of temporary files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Listening on ", line, StringComparison.Ordinal);
        return new ServerProcess(process, line!.Split(' ')[2]);
    }

    /// <summary>A client without retries.</summary>
    public AmazonDynamoDBClient CreateClient() =>
        new(new BasicAWSCredentials("a", "b"), new AmazonDynamoDBConfig { ServiceURL = Endpoint.ToString(), MaxErrorRetry = 0 });

    /// <summary>Starts a server on Linux that survives a write beyond the limit of its files.</summary>
    public static Task<ServerProcess> StartWithoutSizeSignalAsync(string folder) =>
        StartAsync(new ProcessStartInfo("sh", ["-c", "trap '' XFSZ; exec \"$@\"", "sh", "dotnet", .. Arguments(folder)]));

    /// <summary>Asks the process to end, as <c>kill</c> does. Returns its exit code.</summary>
    public int Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Kills the process as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
