namespace DynamoToolkit;

/// <summary>
/// Marks the member that holds the time at which the item was created. A put writes the member's time, or the current time if the member
/// has its default value or null. An update writes the current time if the item does not have the attribute yet.
/// </summary>
/// <remarks>
/// Use it on <see cref="DateTimeOffset"/>, <see cref="DateTime"/>, or an <c>int</c> or <c>long</c> of seconds since 1970. The time is that
/// of <see cref="DynamoClientOptions.TimeProvider"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class CreatedAtAttribute : Attribute;
