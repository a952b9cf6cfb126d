using System.Runtime.CompilerServices;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using MetricCatalogue.Tests.Support;

namespace MetricCatalogue.Tests.Program;

/// <summary>The demonstration, on each store. In memory it prints what the page shows.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("catalogue");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("demo")]
    public async Task Demo_InMemory_PrintsWhatThePageShows(string line)
    {
        var run = await ProgramRun.OfAsync(line);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"```text\n{run.Output.Trim()}\n```", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_InAFolder_LeavesItsMetrics()
    {
        var store = $"--data {folder.FullName}";
        Assert.Equal(0, (await ProgramRun.OfAsync($"demo {store}")).ExitCode);
        var list = await ProgramRun.OfAsync($"list {store}");
        Assert.Equal((0, ""), (list.ExitCode, list.Errors));
        Assert.Contains("conversion", list.Output, StringComparison.Ordinal);

        var again = await ProgramRun.OfAsync($"demo {store}");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("begins with an empty catalogue", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_AgainstAnEndpoint_IsTheSame()
    {
        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        var run = await ProgramRun.OfAsync($"--endpoint {server.Endpoint} --prefix test_");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal((await ProgramRun.OfAsync("demo")).Output, run.Output);

        // Another prefix is another catalogue.
        Assert.Contains(
            "There are no such metrics.",
            (await ProgramRun.OfAsync($"list --endpoint {server.Endpoint} --prefix other_")).Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "visits", (await ProgramRun.OfAsync($"list --endpoint {server.Endpoint} --prefix test_")).Output, StringComparison.Ordinal);
    }

    private static string Page([CallerFilePath] string here = "") => File.ReadAllText(
        Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/metric-catalogue.md")).ReplaceLineEndings("\n");
}
