using MetricCatalogue.Tests.Support;

namespace MetricCatalogue.Tests.Program;

/// <summary>Commands one by one, on a catalogue in a folder, and what users get wrong.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("catalogue");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Commands_WorkOnOneCatalogue()
    {
        await DoneAsync("dimension country", "There is a dimension 'country' now.\n");
        await DoneAsync("create visits --dimensions country --by ann", "There is a primitive metric 'visits' now, at version 1.\n");
        await DoneAsync("create rate --formula 2*visits --by ann", "There is a hybrid metric 'rate' now, at version 1.\n");
        await DoneAsync("update visits --value-type weighted-average --by ben", "'visits' is at version 2 now.\n");
        await DoneAsync("update visits --chain rate --cutoff 2020-01-01 --by ben", null, "rate → visits");
        await DoneAsync(
            "deprecate visits --reason bots --by cat",
            "'visits' is deprecated now, with version 3.\n  'rate' still consumes it.\n");
        await DoneAsync("list", "  rate                 hybrid     v1, sum of 2*visits\n");
        await DoneAsync("list --kind primitive --deprecated", "  visits               primitive  v3, sum of country, deprecated\n");
        await DoneAsync(
            "history visits",
            """
              v1  2026-11-29 09:00  ann: value type scalar; aggregation sum; dimensions country
              v2  2026-11-29 09:00  ben: value type weighted-average
              v3  2026-11-29 09:00  cat: deprecated 2026-11-29 09:00 by cat: bots

            """);
        await DoneAsync("restore visits 2 --by dan", "'visits' is at version 4 now, which is as version 2 was.\n");
        await DoneAsync(
            "show visits",
            """
            visits, version 4, primitive
              value type   weighted-average
              aggregation  sum
              dimensions   country
              created      2026-11-29 09:00 by ann
              saved        2026-11-29 09:00 by dan

            """);
        await DoneAsync(
            "show visits --version 1",
            """
            visits, version 1, primitive
              value type   scalar
              aggregation  sum
              dimensions   country
              saved        2026-11-29 09:00 by ann

            """);
    }

    [Fact]
    public async Task Chain_IsSetAndRemoved()
    {
        await DoneAsync("dimension country", null);
        await DoneAsync("create old --dimensions country", null);
        await DoneAsync("create visits --dimensions country --chain old --cutoff 2020-01-01", null);
        Assert.Contains("chain        old before 2020-01-01", (await RunAsync("show visits")).Output, StringComparison.Ordinal);
        await DoneAsync("update visits --cutoff 2021-01-01", null);
        Assert.Contains("chain        old before 2021-01-01", (await RunAsync("show visits")).Output, StringComparison.Ordinal);
        await DoneAsync("update visits --chain none", null);
        Assert.DoesNotContain("chain", (await RunAsync("show visits")).Output, StringComparison.Ordinal);
        Assert.Contains("no chain", (await RunAsync("history visits")).Output, StringComparison.Ordinal);
        await DoneAsync("update visits --chain none --cutoff 2021-01-01", null, "leave out --cutoff");
    }

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("create", "Required argument 'NAME' missing")]
    [InlineData("create visits", "needs at least one dimension")]
    [InlineData("create visits --dimensions ,", "needs at least one dimension")]
    [InlineData("create 1st --dimensions country", "'1st' is not a name")]
    [InlineData("create visits --aggregation max --dimensions country", "--aggregation takes sum, last-day-of-period or percentile")]
    [InlineData("create visits --value-type big", "--value-type takes scalar, weighted-average, hybrid or percentile")]
    [InlineData("create visits --value-type hybrid", "needs a formula")]
    [InlineData("create visits --cutoff yesterday", "--cutoff takes one such as 2026-11-29")]
    [InlineData("create visits --parameter many", "--parameter takes one such as 99.9")]
    [InlineData("create rate --formula a/", "ends where a metric, a number or '(' is expected")]
    [InlineData("update visits", "There is nothing to change")]
    [InlineData("update visits --aggregation sum", "There is no metric 'visits'")]
    [InlineData("update visits --aggregation sum --if-version -1", "versions are numbers from 1 on")]
    [InlineData("deprecate visits", "--reason")]
    [InlineData("show visits", "There is no metric 'visits'")]
    [InlineData("show a#b", "'a#b' is not a name")]
    [InlineData("history visits", "There is no metric 'visits'")]
    [InlineData("restore visits", "Required argument 'VERSION' missing")]
    [InlineData("restore visits one", "'one' is not a version")]
    [InlineData("restore visits 3", "There is no version 3 of a metric 'visits'")]
    [InlineData("list --kind strange", "--kind takes primitive or hybrid")]
    [InlineData("list --endpoint http://127.0.0.1:1", "exclude each other")]
    public async Task WrongLine_IsExplainedInOneLine(string line, string why) => await DoneAsync(line, null, why);

    [Theory]
    [InlineData("list --data /dev/null/x")]
    [InlineData("list --prefix %%%")]
    public async Task Store_ThatCantBeUsed_IsExplainedInOneLine(string line)
    {
        var run = await ProgramRun.OfAsync(line);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var error = run.Errors.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("The catalogue can't be read or written: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_ThatIsNoUrl_IsRefused()
    {
        var run = await ProgramRun.OfAsync("list --endpoint nonsense");
        Assert.Equal((1, "", "'nonsense' is not an http or https URL.\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task CommandInMemory_SaysThatItsCatalogueIsLost()
    {
        var run = await ProgramRun.OfAsync("dimension country");
        Assert.Equal((0, "There is a dimension 'country' now.\n"), (run.ExitCode, run.Output));
        Assert.Contains("in memory", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ReadsCommands_AndGoesOnAfterAMistake()
    {
        const string Commands = """
            # a comment, and an empty line

            dimension country
            create visits --dimensions country
            create visits --dimensions country
            create rate --formula "2 * visits" --by "Ann Lee"
            show rate
            """;
        var run = await ProgramRun.OfAsync("run", Commands);
        Assert.Equal((1, "There is a metric 'visits' already, at version 1. Update that one, or choose another name.\n"), (
            run.ExitCode, run.Errors));
        Assert.Contains("by Ann Lee", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.OfAsync("run", "dimension country\nlist")).ExitCode);
    }

    [Fact]
    public async Task Help_NamesTheCommands()
    {
        var help = await ProgramRun.OfAsync("--help");
        Assert.Equal(0, help.ExitCode);
        string[] names = ["create", "update", "deprecate", "show", "list", "history", "restore", "demo", "--data", "--endpoint"];
        foreach (var name in names)
            Assert.Contains(name, help.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.OfAsync("create --help")).ExitCode);
    }

    private Task<ProgramRun> RunAsync(string line) => ProgramRun.OfAsync($"{line} --data {folder.FullName}");

    /// <summary>Runs a command, which prints this, or fails with one line.</summary>
    private async Task DoneAsync(string line, string? output, string? error = null)
    {
        var run = await RunAsync(line);
        if (error is null)
        {
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            if (output is not null) Assert.Equal(output.ReplaceLineEndings("\n"), run.Output);
            return;
        }

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(error, Assert.Single(run.Errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }
}
