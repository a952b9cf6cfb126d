using System.Globalization;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>
/// The same random requests to two engines. With <c>DTK_DYNAMODB_LOCAL=http://127.0.0.1:8010</c> the reference is DynamoDB Local at that
/// address, otherwise an engine that is closed and opened again all the time. <c>DTK_OPERATIONS</c> is the number of requests, and
/// <c>DTK_SEED</c> the first seed.
/// </summary>
public sealed class DifferentialTests
{
    private const int RequestsInSuite = 1500;
    private static readonly string? Address = Environment.GetEnvironmentVariable("DTK_DYNAMODB_LOCAL");
    private static readonly int Requests = Number("DTK_OPERATIONS", RequestsInSuite);
    private static readonly int FirstSeed = Number("DTK_SEED", 1);

    [Fact]
    public async Task AnyRequests_ReopenedEngine_AnswersTheSame()
    {
        await using var reference = new ReopenedEndpoint();
        var run = await RunAsync(reference, isDynamoDBLocal: false);

        Assert.Empty(run.Differences);
        Assert.InRange(run.Successes, run.Requests / 3, run.Requests - 1);
    }

    [Fact]
    public async Task AnyRequests_DynamoDBLocal_AnswersTheSame()
    {
        Assert.SkipWhen(Address is null, "Set DTK_DYNAMODB_LOCAL to the address of DynamoDB Local.");
        await using var reference = new HttpEndpoint(new Uri(Address));
        var run = await RunAsync(reference, isDynamoDBLocal: true);

        Report(run);
        Assert.Empty(run.Differences);
    }

    private static async Task<DifferentialRun> RunAsync(IEndpoint reference, bool isDynamoDBLocal)
    {
        await using var engine = new EngineEndpoint(LocalDynamo.InMemory());
        var run = new DifferentialRun(engine, reference, isDynamoDBLocal);
        await run.ResetAsync();
        for (var seed = FirstSeed; run.Requests < Requests; seed++)
            await run.RunEpisodeAsync(seed);
        return run;
    }

    private static void Report(DifferentialRun run)
    {
        using var report = new StreamWriter(Path.Combine(AppContext.BaseDirectory, "differences.txt"));
        report.WriteLine($"{run.Requests} requests, {run.Successes} succeeded, {run.Differences.Count} differences.");
        var explained = run.Explained.OrderByDescending(static pair => pair.Value.Count).ToList();
        foreach (var (reason, differences) in explained)
            report.WriteLine($"{differences.Count} {reason}");
        WriteKinds(report, run.Differences);
        foreach (var (reason, differences) in explained)
        {
            report.WriteLine($"\n==== {reason}");
            WriteKinds(report, differences);
        }
    }

    private static void WriteKinds(StreamWriter report, List<Difference> differences)
    {
        var kinds = differences.GroupBy(static difference => difference.Kind);
        foreach (var kind in kinds.OrderByDescending(static kind => kind.Count()))
            report.WriteLine($"\n== {kind.Count()} {kind.Key}\n{string.Join('\n', kind.Take(2))}");
    }

    private static int Number(string variable, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) ?? $"{otherwise}", CultureInfo.InvariantCulture);
}
