using DynamoToolkit;

namespace AotShop.Model;

/// <summary>What a list of books needs of each.</summary>
[DynamoMap]
public sealed partial record BookTitle(string Isbn, string Title);
