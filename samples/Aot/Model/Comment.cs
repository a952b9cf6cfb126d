using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A comment with a random token.</summary>
[DynamoTable("comments")]
public sealed partial record Comment([PartitionKey] string Id, string Text, [ConcurrencyToken] string? Token = null);
