using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A recipe whose versions are kept.</summary>
[DynamoTable("recipes"), VersionControlled]
[GlobalIndex("byCook", "COOK#{Cook}", Versions = IndexedVersions.Latest)]
[GlobalIndex("byKitchen", "KITCHEN#{Kitchen}")]
public sealed partial record Recipe
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
    public string? Cook { get; init; }

    public string Kitchen { get; init; } = "main";

    public required string Text { get; init; }
}
