using System.Diagnostics;

namespace MetricCatalogue.Tests.Program;

/// <summary>The program as a separate process, as a user starts it.</summary>
public sealed class ProcessTests
{
    // In its own folder, because this program's folder lacks what the web framework brings along: …/MetricCatalogue/debug.
    private static readonly string Program = Path.GetFullPath(
        Path.Combine("..", "..", "MetricCatalogue", Configuration, "MetricCatalogue"), AppContext.BaseDirectory);

    private static string Configuration => Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    [Theory]
    [InlineData("", 0, "conversion", "")]
    [InlineData("show visits --version x", 1, "", "'x' is not a version")]
    public async Task Process_PrintsAndEndsAsItShould(string arguments, int exitCode, string output, string error)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains(output, printed, StringComparison.Ordinal);
        Assert.Contains(error, await errors, StringComparison.Ordinal);
    }
}
