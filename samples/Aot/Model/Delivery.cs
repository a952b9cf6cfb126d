using DynamoToolkit;

namespace AotShop.Model;

/// <summary>An order that is sent.</summary>
[DynamoTable("orders"), DynamoType("delivery")]
public sealed partial record Delivery : Order
{
    [DynamoFlatten]
    public required Address To { get; init; }

    [DynamoFlatten(Prefix = "from_")]
    public Address? From { get; init; }
}
