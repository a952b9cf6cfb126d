using System.Diagnostics;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Walk;

/// <summary>The server as a process of its own, as a user starts it.</summary>
internal sealed class TrackingProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TrackingStore");

    /// <summary>Long enough that only a process that hangs takes longer, also on a busy machine.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process process;

    private TrackingProcess(Process process, Uri url)
    {
        this.process = process;
        Client = new MlflowClient(url);
    }

    /// <summary>A client of the server.</summary>
    public MlflowClient Client { get; }

    /// <summary>Where the server listens.</summary>
    public Uri Url => Client.Http.BaseAddress!;

    /// <summary>Starts the server on a free port and waits until it says where it listens.</summary>
    public static Task<TrackingProcess> StartAsync(params string[] arguments) => StartAsync(Path.GetTempPath(), arguments);

    /// <summary>Starts the server with a folder of its own for temporary files.</summary>
    public static Task<TrackingProcess> StartAsync(string temporary, string[] arguments)
    {
        var start = Command(arguments);
        start.Environment["TMPDIR"] = temporary;
        return StartAsync(start);
    }

    /// <summary>Starts the server in a folder, with further environment variables.</summary>
    public static Task<TrackingProcess> StartInAsync(string folder, IEnumerable<(string Name, string Value)> environment)
    {
        var start = Command();
        start.WorkingDirectory = folder;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return StartAsync(start);
    }

    /// <summary>Starts the server on a port.</summary>
    public static Task<TrackingProcess> StartOnAsync(int port, params string[] arguments) =>
        StartAsync(Command(arguments), port);

    /// <summary>What a shell starts in the background ignores SIGINT, and so would the server of tests that run there.</summary>
    private static ProcessStartInfo Command(params string[] arguments) => OperatingSystem.IsLinux()
        ? new ProcessStartInfo("env", ["--default-signal=INT", Program, .. arguments])
        : new ProcessStartInfo(Program, arguments);

    private static async Task<TrackingProcess> StartAsync(ProcessStartInfo start, int port = 0)
    {
        start.RedirectStandardOutput = true;

        // A process that is killed would leave the sockets of its diagnostics in the folder of temporary files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.ArgumentList.Add("--port");
        start.ArgumentList.Add($"{port}");
        var process = Process.Start(start)!;
        try
        {
            return new TrackingProcess(process, await ReadUrlAsync(process));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Starts the server with arguments that it can't start with, and returns its exit code and what it says.</summary>
    public static async Task<(int ExitCode, string Errors)> FailAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }

    /// <summary>Runs the walk of docs/tracking-store.md against the server and returns the ids of its experiment and run.</summary>
    public async Task<(string ExperimentId, string RunId)> WalkAsync()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "walk.sh"), Url.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var walk = Process.Start(start)!;
        var errors = walk.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await walk.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        await walk.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(walk.ExitCode == 0, $"{output}{await errors}");
        var last = output.TrimEnd().Split('\n')[^1].Split(' ');
        return (last[0]["experiment=".Length..], last[1]["run=".Length..]);
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a signal, waits for the end of the process and returns its exit code.</summary>
    public async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) await SignalAsync("TERM");
        process.Dispose();
    }

    private static async Task<Uri> ReadUrlAsync(Process process)
    {
        const string marker = "Tracking server at ";
        string? line;
        do line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        while (line is not null && !line.StartsWith(marker, StringComparison.Ordinal));
        Assert.NotNull(line);
        return new Uri(line[marker.Length..]);
    }
}
