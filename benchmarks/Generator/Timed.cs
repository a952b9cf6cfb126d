using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>Runs a command and says what it took, its children included.</summary>
internal static partial class Timed
{
    /// <param name="command">The program and its arguments.</param>
    /// <returns>What the command printed, how long it took by the clock, and its CPU time in user mode.</returns>
    /// <exception cref="InvalidOperationException">The command ended with an error.</exception>
    public static (string Output, TimeSpan Elapsed, TimeSpan UserCpu) Run(string[] command)
    {
        // A process that has ended does not say any more what it used, but a shell knows it of its children.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" && times", "timed", .. command]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        clock.Stop();
        if (process.ExitCode != 0 || ChildTimes().Match(output) is not { Success: true } times)
            throw new InvalidOperationException($"{string.Join(' ', command.Take(3))} ended with {process.ExitCode}:\n{output}");

        var minutes = int.Parse(times.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture);
        var seconds = double.Parse(times.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture);
        return (output, clock.Elapsed, TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(seconds));
    }

    /// <summary>The last line of <c>times</c>: the children's time in user and in system mode.</summary>
    [GeneratedRegex(@"(?<minutes>\d+)m(?<seconds>[\d.]+)s \d+m[\d.]+s\s*\z")]
    private static partial Regex ChildTimes();
}
