namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionTypeRuleTests
{
    [Fact]
    public Task VersionOfAnotherType_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, {|DTK0071:Version|}] public uint Version { get; init; }
            
        }

        [DynamoTable("pages"), VersionControlled]
        public sealed partial record Page
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, {|DTK0071:Version|}] public string Version { get; init; } = "";
            
        }
        """);

    [Fact]
    public Task Long_IsAllowed() => Rule.AllowsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public long Version { get; init; }
            
        }
        """);
}
