using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ConstantResemblesMemberRuleTests
{
    private const string Members = """
        public sealed partial class Run
        {
            public required string RunId { get; init; }

            public required string ExperimentId { get; init; }

            public DateTimeOffset StartTime { get; init; }

            public required string Meta { get; init; }

            public List<string> Labels { get; set; } = [];
        }
        """;

    [Fact]
    public Task Text_ThatIsNearlyAMember_IsReportedAndPutInBraces() => Rule.FixesAsync<ConstantResemblesMemberFixer>(
        $$"""
        [DynamoTable("tracking")]
        [PartitionKey({|DTK1025:"RUN#RunId"|}), SortKey({|DTK1025:@"META"|})]
        [GlobalIndex("index1", {|DTK1025:"ExperimentID"|}, sort: {|DTK1025:"start_time"|})]
        [GlobalIndex("index2", ["{StartTime}", {|DTK1025:"ExperimntId"|}], [])]
        [LocalIndex("index3", {|DTK1025:"StarTimee"|})]
        [GlobalIndex("index4", {|DTK1025:"ExperimentId"|}, PartitionAttributeName = "gsi4")]
        {{Members}}
        """,
        $$"""
        [DynamoTable("tracking")]
        [PartitionKey("RUN#{RunId}"), SortKey(@"{Meta}")]
        [GlobalIndex("index1", "{ExperimentId}", sort: "{StartTime}")]
        [GlobalIndex("index2", ["{StartTime}", "{ExperimentId}"], [])]
        [LocalIndex("index3", "{StartTime}")]
        [GlobalIndex("index4", "{ExperimentId}", PartitionAttributeName = "gsi4")]
        {{Members}}
        """);

    [Fact]
    public Task Text_ThatIsUnlikeAllKeyMembers_IsAllowed() => Rule.AllowsAsync(
        $$"""
        [DynamoTable("tracking")]
        [PartitionKey("RUN#{RunId}#StartTime"), SortKey("MATA")]
        [GlobalIndex("index1", "ExperimentId", "StartTime")]
        [GlobalIndex("index2", "RUN", "RUN#META")]
        [GlobalIndex("index3", "all", "Label")]
        [GlobalIndex("index4", "experiment", "Run")]
        [GlobalIndex("RunIds", "{RunId}", "experiments")]
        {{Members}}
        """);
}
