using DynamoToolkit;

namespace AotShop.Model;

/// <summary>Paid later.</summary>
[DynamoMap, DynamoType("invoice")]
public sealed partial record Invoice(DateOnly Due) : Payment;
