namespace DynamoToolkit;

/// <summary>
/// Marks the member that holds the time at which the item expires. It is stored as a Number of epoch seconds. Use it on
/// <see cref="DateTimeOffset"/>, <see cref="DateTime"/>, and 32- or 64-bit integers of epoch seconds. A null value means "never".
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class TimeToLiveAttribute : Attribute;
