using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A member of the shop, whose address and card are unique.</summary>
[DynamoTable("members"), PartitionKey("MEMBER#{Id}")]
[Unique(nameof(Series), nameof(Number))]
public sealed partial record Member(string Id)
{
    [Unique]
    public string? Email { get; init; }

    public string? Series { get; init; }

    public int? Number { get; init; }
}
