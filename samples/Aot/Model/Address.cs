using DynamoToolkit;

namespace AotShop.Model;

/// <summary>Where something goes: flat among an order's own attributes.</summary>
[DynamoMap]
public sealed partial record Address(string Street, string City);
