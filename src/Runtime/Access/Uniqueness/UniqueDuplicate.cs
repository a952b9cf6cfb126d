namespace DynamoToolkit;

/// <summary>An item with a unique value that another item holds.</summary>
/// <param name="PartitionKey">The item's partition key.</param>
/// <param name="SortKey">The item's sort key; the default value if the table has none.</param>
/// <param name="Value">The value, and the item that holds it.</param>
public sealed record UniqueDuplicate(KeyValue PartitionKey, KeyValue SortKey, TakenUniqueValue Value);
