using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>A project that installed the package records what it stores, and hears of changes that existing items do not bear.</summary>
public sealed class SchemaTests(LocalFeed feed)
{
    private const string Baseline = "DynamoSchema.Shipped.txt";

    private const string Model = """
        using DynamoToolkit;

        [DynamoTable("runs"), PartitionKey("RUN#{RunId}"), SortKey("50% ; $(x) @(y) 'z' *?\"")]
        public sealed partial class Run
        {
            public required string RunId { get; init; }
            public int? Steps { get; set; }
        }
        """;

    private const string Lines = """
        item Run: attribute runId = S, key
        item Run: attribute steps = N int, optional
        item Run: partition key = "RUN#{runId}"
        item Run: sort key = "50% ; $(x) @(y) 'z' *?\""
        item Run: table = runs
        table runs: key = partition pk S, sort sk S

        """;

    [Fact]
    public async Task ChangedKeyTemplate_AfterTheUpdateTarget_FailsTheBuildUntilItIsAcknowledged()
    {
        var consumer = new Consumer(feed.NewFolder("Schema"), Consumer.Package(feed, "DynamoToolkit"), isLibrary: true);
        consumer.Write("Run.cs", Model);
        Assert.Equal(0, (await consumer.TryBuildAsync()).ExitCode);
        Assert.False(consumer.Has(Baseline));

        // The target records what there is.
        await UpdateAsync(consumer);
        var recorded = consumer.Read(Baseline);
        Assert.StartsWith("## ", recorded);
        Assert.EndsWith(Lines.ReplaceLineEndings("\n"), recorded);
        Assert.Equal(0, (await consumer.TryBuildAsync()).ExitCode);

        // A new attribute is free, and another template is not.
        consumer.Write("Run.cs", Model.Replace("RUN#", "R#", StringComparison.Ordinal)
            .Replace("int? Steps", "int? Parts { get; set; }\n    public int? Steps", StringComparison.Ordinal));
        var failed = await consumer.TryBuildAsync();
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("Run.cs(3,23): error DTK4001: The partition key of 'Run' is", failed.Output, StringComparison.Ordinal);

        // The update records only what is free; the error stays.
        await UpdateAsync(consumer);
        var partly = recorded.Replace(
            "item Run: attribute runId",
            "item Run: attribute parts = N int, optional\nitem Run: attribute runId",
            StringComparison.Ordinal);
        Assert.Equal(partly, consumer.Read(Baseline));
        Assert.Contains("error DTK4001", (await consumer.TryBuildAsync()).Output, StringComparison.Ordinal);

        await UpdateAsync(consumer, "-p:DynamoSchemaAcknowledge=true");
        Assert.Equal(partly.Replace("\"RUN#", "\"R#", StringComparison.Ordinal), consumer.Read(Baseline));
        Assert.Equal(0, (await consumer.TryBuildAsync()).ExitCode);
    }

    [Fact]
    public async Task UpdateTarget_OfAProjectThatListsItsFrameworks_WritesTheBaseline()
    {
        var consumer = new Consumer(
            feed.NewFolder("SchemaOfSeveral"), Consumer.Package(feed, "DynamoToolkit"), isLibrary: true, isCrossTargeting: true);
        consumer.Write("Run.cs", Model);
        await UpdateAsync(consumer);
        Assert.EndsWith(Lines.ReplaceLineEndings("\n"), consumer.Read(Baseline));

        consumer.Write("Run.cs", Model.Replace("RUN#", "R#", StringComparison.Ordinal));
        var failed = await consumer.TryBuildAsync();
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("Run.cs(3,23): error DTK4001", failed.Output, StringComparison.Ordinal);
        await UpdateAsync(consumer, "-p:DynamoSchemaAcknowledge=true");
        Assert.Contains("\"R#{runId}\"", consumer.Read(Baseline), StringComparison.Ordinal);
    }

    private static async Task UpdateAsync(Consumer consumer, params IEnumerable<string> arguments)
    {
        var result = await consumer.TryBuildAsync(["-t:DynamoSchemaUpdate", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output);
    }
}
