using DynamoToolkit;

namespace AotShop.Model;

/// <summary>An order that the customer collects.</summary>
[DynamoTable("orders"), DynamoType("collection")]
public sealed partial record Collection(string Shop) : Order;
