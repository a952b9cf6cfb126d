using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TrackingStore.Tests.Walk;

/// <summary>MLflow's own Python client with the model registry.</summary>
public sealed class MlflowRegistryTests
{
    [Fact]
    public async Task Registry_AsMlflowsClientUsesIt_Works()
    {
        Assert.SkipUnless(
            await RunAsync("-c", "import mlflow") is { ExitCode: 0 },
            "Python's package 'mlflow' is not installed: pip install mlflow, or PYTHONPATH with its source.");
        await using var server = await TrackingProcess.StartAsync();
        var script = Path.Combine(Folder(), "registry.py");
        var run = await RunAsync(script, server.Url.ToString().TrimEnd('/'));
        Assert.True(run is { ExitCode: 0 }, run?.Output);
        Assert.EndsWith("passed", run!.Output.TrimEnd(), StringComparison.Ordinal);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static async Task<Outcome?> RunAsync(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var python = Process.Start(start)!;
            var errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TrackingProcess.Patience, TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new Outcome(python.ExitCode, await errors + output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private sealed record Outcome(int ExitCode, string Output);
}
