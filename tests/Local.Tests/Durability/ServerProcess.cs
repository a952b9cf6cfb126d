using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>The server in its own process, which a test can kill.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly string endpoint;

    private ServerProcess(Process process, string endpoint)
    {
        this.process = process;
        this.endpoint = endpoint;
    }

    /// <summary>Starts the server that was built with the tests on a free port.</summary>
    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "DynamoToolkit.Local.Server.dll"), "--port", "0", "--data", folder },
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Listening on ", line, StringComparison.Ordinal);
        return new ServerProcess(process, line!.Split(' ')[2]);
    }

    /// <summary>A client without retries.</summary>
    public AmazonDynamoDBClient CreateClient() =>
        new(new BasicAWSCredentials("a", "b"), new AmazonDynamoDBConfig { ServiceURL = endpoint, MaxErrorRetry = 0 });

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
