using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A vote with a Guid as token, and times in seconds.</summary>
[DynamoTable("votes")]
public sealed partial class Vote
{
    [PartitionKey]
    public required string Id { get; init; }

    public int Stars { get; set; }

    [ConcurrencyToken]
    public Guid Token { get; private set; }

    [UpdatedAt]
    public long ChangedAt { get; set; }
}
