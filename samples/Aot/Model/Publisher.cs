using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A map inside a book.</summary>
[DynamoMap]
public sealed partial record Publisher(string Name, string City);
