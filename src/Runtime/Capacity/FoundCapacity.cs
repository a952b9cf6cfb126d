namespace DynamoToolkit;

/// <summary>Consumed capacity, and where it is in a response.</summary>
/// <param name="Capacity">The capacity.</param>
/// <param name="Json">Its JSON object in the response.</param>
internal readonly record struct FoundCapacity(ConsumedCapacity Capacity, Range Json);
