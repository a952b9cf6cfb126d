namespace DynamoToolkit;

/// <summary>
/// Marks the member whose time is when the item expires. It is stored as a Number of epoch seconds. For <see cref="DateTimeOffset"/>,
/// <see cref="DateTime"/> and 32 or 64 bit integers of epoch seconds; nullable ones mean "never" when null.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TimeToLiveAttribute : Attribute;
