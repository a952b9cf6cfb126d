using Microsoft.Extensions.Time.Testing;

namespace MetricCatalogue.Tests.Support;

/// <summary>A run of the program inside this process, with a clock that stands still, and what it printed.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a command line, which has no spaces inside its arguments.</summary>
    public static Task<ProgramRun> OfAsync(string line, string input = "") =>
        OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), input);

    /// <summary>Runs a command line.</summary>
    public static async Task<ProgramRun> OfAsync(string[] arguments, string input = "")
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero));
        var program = new CatalogueProgram(new StringReader(input), output, errors, clock);
        var exitCode = await program.RunAsync(arguments, TestContext.Current.CancellationToken);
        return new ProgramRun(exitCode, output.ToString(), errors.ToString());
    }
}
