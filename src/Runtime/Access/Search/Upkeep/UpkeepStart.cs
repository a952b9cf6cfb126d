namespace DynamoToolkit;

/// <summary>Since when a handler gets all changes of a stream.</summary>
/// <param name="Consumer">The name of its consumer, for people.</param>
/// <param name="Id">
/// Stays the same as long as no change passes by the handler: another consumer has another one, and so has a handler that was away, or a
/// consumer whose leases were deleted.
/// </param>
internal readonly record struct UpkeepStart(string Consumer, string Id);
