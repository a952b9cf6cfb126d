using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TrackingStore.Tests.Operations;

/// <summary>The alerts of <c>alerts.yml</c> fire when they should, as Prometheus itself evaluates them.</summary>
public sealed class AlertTests
{
    [Fact]
    public async Task Alerts_FireOnlyWhenSomethingIsWrong()
    {
        using var promtool = Start(["test", "rules", Path.Combine(Folder(), "alerts-test.yml")]);
        Assert.SkipWhen(promtool is null, "promtool is not installed; it is part of Debian's package 'prometheus'.");
        var output = await promtool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
            + await promtool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(promtool.ExitCode == 0, output);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static Process? Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("promtool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
