using DynamoToolkit;

namespace AotShop.Model;

/// <summary>What a sale changes of a book.</summary>
[DynamoMap]
public sealed partial record BookStock(int Stock);
