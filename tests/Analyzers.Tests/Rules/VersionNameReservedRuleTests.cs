namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionNameReservedRuleTests
{
    [Fact]
    public Task ReservedNames_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            public int {|DTK0076:LatestVersion|} { get; init; }
            [DynamoAttribute("_writeId")] public string? {|DTK0076:Id|} { get; init; }
        }

        [DynamoTable("pages"), VersionControlled(LatestVersionAttributeName = "last")]
        [GlobalIndex("byName", "NAME#{Name}", PartitionAttributeName = "last")]
        public sealed partial record {|DTK0076:Page|}
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            
        }
        """);

    [Fact]
    public Task RenamedAttribute_IsFree() => Rule.AllowsAsync("""
        [DynamoTable("metrics"), VersionControlled(LatestVersionAttributeName = "last")]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            public int LatestVersion { get; init; }
        }
        """);
}
