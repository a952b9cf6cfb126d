using System.Diagnostics;

namespace DynamoToolkit.Benchmarks.Tracking;

/// <summary>The tracking server as a separate process, with everything in memory.</summary>
internal sealed class TrackingProcess : IDisposable
{
    private const string Marker = "Tracking server at ";
    private readonly Process process;

    private TrackingProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = new Uri(address, "/api/2.0/mlflow/") };
    }

    /// <summary>A client of the server.</summary>
    public HttpClient Client { get; }

    /// <summary>The processor time that the server has used.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The bytes of the server that are in memory.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts the server.</summary>
    public static async Task<TrackingProcess> StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "TrackingStore.dll");
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var process = Process.Start(new ProcessStartInfo(host, [program, "--port", "0"]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        return line.StartsWith(Marker, StringComparison.Ordinal)
            ? new TrackingProcess(process, new Uri(line[Marker.Length..]))
            : throw new InvalidOperationException($"The server did not start; it said '{line}'.");
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
