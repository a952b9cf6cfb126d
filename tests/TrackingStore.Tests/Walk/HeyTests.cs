using System.ComponentModel;
using System.Diagnostics;

namespace TrackingStore.Tests.Walk;

/// <summary>The load test of the sources that the sample follows: 10,000 requests of ten clients, each of which logs a point.</summary>
public sealed class HeyTests
{
    [Fact]
    public async Task TenThousandPoints_AreAllAcknowledged()
    {
        await using var server = await TrackingProcess.StartAsync();
        var run = await server.Client.CreateRunAsync();
        var body = $$"""{"run_id":"{{run}}","key":"loss","value":0.5,"timestamp":1700000000000,"step":1}""";
        var url = $"{server.Url}api/2.0/mlflow/runs/log-metric";
        using var hey = Start(["-n", "10000", "-c", "10", "-t", "0", "-m", "POST", "-T", "application/json", "-d", body, url]);
        Assert.SkipWhen(hey is null, "hey is not installed; it is Debian's package 'hey'.");
        var output = await hey.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await hey.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("[200]\t10000 responses", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Error distribution", output, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        var history = (await server.Client.GetAsync($"metrics/get-history?run_id={run}&metric_key=loss")).Ok();
        Assert.Single(history["metrics"]!.AsArray());
    }

    private static Process? Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("hey", arguments) { RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
