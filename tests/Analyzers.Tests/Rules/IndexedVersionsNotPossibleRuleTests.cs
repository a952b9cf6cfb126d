namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexedVersionsNotPossibleRuleTests
{
    [Fact]
    public Task KeysThatCanNotBeLeftOut_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        [{|DTK0077:GlobalIndex("byOwner", "{Owner}", Versions = IndexedVersions.Latest)|}]
        [{|DTK0077:GlobalIndex("byBoth", "{Owner}", "{Name}", Versions = IndexedVersions.Numbered)|}]
        [{|DTK0077:GlobalIndex("shared", "OWNER#{Owner}", PartitionAttributeName = "x", Versions = IndexedVersions.Numbered)|}]
        [GlobalIndex("sharing", "OWNER#{Owner}", PartitionAttributeName = "x")]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            public string? Owner { get; init; }
        }
        """);

    [Fact]
    public Task KeysOfTheirOwn_AreAllowed() => Rule.AllowsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        [GlobalIndex("byOwner", "OWNER#{Owner}", Versions = IndexedVersions.Latest)]
        [GlobalIndex("bySame", "{Owner}", PartitionAttributeName = "owner2", Versions = IndexedVersions.Numbered)]
        [GlobalIndex("bySort", "{Owner}", "N#{Name}", Versions = IndexedVersions.Numbered)]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            public string? Owner { get; init; }
        }
        """);
}
