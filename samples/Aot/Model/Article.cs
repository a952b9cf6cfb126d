using DynamoToolkit;

namespace AotShop.Model;

/// <summary>An article that several people edit. Its writes are counted and timed.</summary>
[DynamoTable("articles"), GlobalIndex("byChange", "ARTICLES", "{ChangedAt}")]
public sealed partial record Article
{
    [PartitionKey]
    public required string Id { get; init; }

    public string? Text { get; init; }

    [ConcurrencyToken]
    public long? Version { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [UpdatedAt]
    public DateTimeOffset ChangedAt { get; private set; }
}
