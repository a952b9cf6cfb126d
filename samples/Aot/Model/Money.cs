using DynamoToolkit;

namespace AotShop.Model;

/// <summary>An amount of a currency, stored as one text by a converter of its own.</summary>
[DynamoConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);
