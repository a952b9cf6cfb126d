namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LatestOnlyNotPossibleRuleTests
{
    [Fact]
    public Task MembersThatVersionsNeed_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        [GlobalIndex("byOwner", "OWNER#{Owner}")]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            [{|DTK0074:LatestOnly|}, UpdatedAt] public DateTimeOffset Changed { get; init; }
            [{|DTK0074:LatestOnly|}, UpdatedBy] public string? By { get; init; }
            [{|DTK0074:LatestOnly|}, TimeToLive] public DateTimeOffset? Expires { get; init; }
            [{|DTK0074:LatestOnly|}] public string? Owner { get; init; }
            [{|DTK0074:LatestOnly|}] public Uri Source { get; init; } = null!;
            [{|DTK0074:LatestOnly|}] public string Computed => Name;
        }
        """);

    [Fact]
    public Task MembersThatMayBeAbsent_AreAllowed() => Rule.AllowsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        [GlobalIndex("byOwner", "{Owner}", Versions = IndexedVersions.Latest)]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            [LatestOnly, CreatedAt] public DateTimeOffset Created { get; init; }
            [LatestOnly] public required string First { get; init; }
            [LatestOnly] public HashSet<string>? Tags { get; init; }
            [LatestOnly] public string? Owner { get; init; }
        }
        """);
}
