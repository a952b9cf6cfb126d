using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>A server with DynamoDB's API as a separate process.</summary>
internal sealed class EndpointProcess : IDisposable
{
    private const string DynaliteVersion = "4.0.0";
    private readonly Process process;

    private EndpointProcess(string name, Process process, Uri uri)
    {
        Name = name;
        this.process = process;
        Uri = uri;
    }

    /// <summary>The name for tables.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public Uri Uri { get; }

    /// <summary>The CPU time that it has used.</summary>
    public TimeSpan CpuTime => process.TotalProcessorTime;

    /// <summary>The bytes that it has in memory.</summary>
    public long Resident => process.WorkingSet64;

    /// <summary>Starts the engine's tool, with all data in memory unless the options say otherwise.</summary>
    public static async Task<EndpointProcess> StartToolAsync(params string[] options)
    {
        var process = Start(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "DynamoToolkit.Local.Server.dll"), "--port", "0", .. options]);
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        return line.StartsWith("Listening on ", StringComparison.Ordinal)
            ? new EndpointProcess("dynamo-local", process, new Uri(line.Split(' ')[2]))
            : throw new InvalidOperationException($"The tool did not start; it said '{line}'.");
    }

    /// <summary>Starts dynalite with all data in memory.</summary>
    /// <param name="folder">Where npm has installed it; null to install it into a temporary folder.</param>
    public static async Task<EndpointProcess> StartDynaliteAsync(string? folder)
    {
        folder ??= Install();
        var port = FreePort();
        var process = Start(
            "node",
            Path.Combine(folder, "node_modules", "dynalite", "cli.js"),
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--createTableMs",
            "0");
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        return line.Contains("istening", StringComparison.Ordinal)
            ? new EndpointProcess($"dynalite {DynaliteVersion}", process, new Uri($"http://127.0.0.1:{port}"))
            : throw new InvalidOperationException($"dynalite did not start; it said '{line}'.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static string Install()
    {
        var folder = Directory.CreateTempSubdirectory("dynalite-").FullName;
        using var npm = Start("npm", "install", "--prefix", folder, "--no-audit", "--no-fund", $"dynalite@{DynaliteVersion}");
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 ? folder : throw new InvalidOperationException("npm could not install dynalite.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
}
