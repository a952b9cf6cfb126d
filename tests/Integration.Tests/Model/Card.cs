namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A family whose versions are kept: an item may change its type from one version to the next.</summary>
[DynamoTable("cards"), VersionControlled]
public abstract partial class Card
{
    [PartitionKey]
    public required string Id { get; init; }

    [SortKey, Version]
    public int Version { get; set; }

    [LatestOnly]
    public string? Origin { get; init; }
}
