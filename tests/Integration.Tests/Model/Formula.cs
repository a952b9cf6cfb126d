namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A record whose versions are kept, with the number as sort key and indexes of each kind.</summary>
// example: model
[DynamoTable("formulas"), VersionControlled]
[GlobalIndex("byOwner", "OWNER#{Owner}", "{Name}", Versions = IndexedVersions.Latest)]
[GlobalIndex("byChange", "CHANGED", "{UpdatedAt}", Versions = IndexedVersions.Numbered)]
[GlobalIndex("byKind", "KIND#{Kind}", Include = [nameof(Text)])]
public sealed partial record Formula
{
    [PartitionKey]
    public required string Name { get; init; }

    [SortKey, Version]
    public int Version { get; init; }

    [LatestOnly, CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [LatestOnly, CreatedBy]
    public string? CreatedBy { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }

    [UpdatedBy]
    public string? UpdatedBy { get; init; }

    public string? Owner { get; init; }

    public string Kind { get; init; } = "sum";

    public required string Text { get; init; }

    public int Count { get; init; }

    public HashSet<string>? Dimensions { get; init; }

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}

// end
