namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionMissingRuleTests
{
    [Fact]
    public Task TypeWithoutAVersion_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), {|DTK0070:VersionControlled|}]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey] public int Number { get; init; }
            
        }
        """);

    [Fact]
    public Task TypeWithAVersion_IsAllowed() => Rule.AllowsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            
        }
        """);
}
