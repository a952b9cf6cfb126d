namespace DynamoToolkit;

/// <summary>Marks the member that holds the time of the item's latest write. Every put and every update writes the current time.</summary>
/// <remarks>
/// Use it on <see cref="DateTimeOffset"/>, <see cref="DateTime"/>, or an <c>int</c> or <c>long</c> of seconds since 1970. The time is that
/// of <see cref="DynamoClientOptions.TimeProvider"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class UpdatedAtAttribute : Attribute;
