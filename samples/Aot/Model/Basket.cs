using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A customer's basket, which goes away by itself.</summary>
[DynamoTable("baskets")]
public readonly partial record struct Basket
{
    [PartitionKey]
    public required Guid Customer { get; init; }

    public required decimal Total { get; init; }

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}
