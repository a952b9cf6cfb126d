using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A receipt that is kept for a year.</summary>
[DynamoTable("receipts"), Retention("receipt", Days = 365)]
public sealed partial record Receipt([property: PartitionKey] string Id)
{
    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}
