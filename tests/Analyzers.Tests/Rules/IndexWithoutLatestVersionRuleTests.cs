namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexWithoutLatestVersionRuleTests
{
    [Fact]
    public Task IndexOfKeysAlone_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        [{|DTK0078:GlobalIndex("byOwner", "OWNER#{Owner}", Projection = IndexProjection.KeysOnly)|}]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            public string? Owner { get; init; }
        }
        """);

    [Fact]
    public Task IndexOfOneKindOfItems_IsAllowed() => Rule.AllowsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        [GlobalIndex("byOwner", "OWNER#{Owner}", Projection = IndexProjection.KeysOnly, Versions = IndexedVersions.Latest)]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            public string? Owner { get; init; }
        }
        """);
}
