namespace DynamoToolkit;

/// <summary>Consumed capacity, and where in a response it stands.</summary>
/// <param name="Capacity">The capacity.</param>
/// <param name="Json">Its JSON object, in bytes of the response.</param>
internal readonly record struct FoundCapacity(ConsumedCapacity Capacity, Range Json);
