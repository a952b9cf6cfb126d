namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A document whose writes are counted and timed, and whose times are keys of indexes.</summary>
[DynamoTable("drafts")]
[GlobalIndex("byChange", "CHANGED", "{UpdatedAt}")]
[GlobalIndex("byCreation", "CREATED", "{CreatedAt}")]
public sealed partial class Draft
{
    [PartitionKey]
    public required string Id { get; init; }

    public string? Title { get; set; }

    public int Count { get; set; }

    [ConcurrencyToken, DynamoAttribute("v")]
    public long? Version { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [UpdatedAt]
    public DateTimeOffset? UpdatedAt { get; private set; }
}
