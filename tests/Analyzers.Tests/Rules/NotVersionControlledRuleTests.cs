namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NotVersionControlledRuleTests
{
    [Fact]
    public Task AttributesOfVersions_NeedTheTypes() => Rule.ReportsAsync("""
        [DynamoTable("metrics")]
        [{|DTK0073:GlobalIndex("byName", "NAME#{Name}", Versions = IndexedVersions.Latest)|}]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, {|DTK0073:Version|}] public int Version { get; init; }
            [{|DTK0073:LatestOnly|}] public string? First { get; init; }
            [{|DTK0073:CreatedBy|}] public string? By { get; init; }
            [{|DTK0073:UpdatedBy|}] public string? Last { get; init; }
        }
        """);
}
