namespace DynamoToolkit;

/// <summary>
/// Marks the member that holds the time at which the item expires. It is stored as a Number of epoch seconds. Use it on
/// <see cref="DateTimeOffset"/>, <see cref="DateTime"/>, and 32- or 64-bit integers of epoch seconds. A null value means "never".
/// </summary>
/// <remarks>
/// With a duration, a put that creates an item sets the member if it is null or has its default value. The duration counts from the moment
/// of the write, by <see cref="DynamoClientOptions.TimeProvider"/>. See <see cref="RetentionAttribute"/> for durations from configuration.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class TimeToLiveAttribute : Attribute
{
    /// <summary>How many days after its creation an item expires.</summary>
    public int Days { get; set; }

    /// <summary>How many hours after its creation an item expires, in addition to the days.</summary>
    public int Hours { get; set; }

    /// <summary>How many minutes after its creation an item expires, in addition to the days and hours.</summary>
    public int Minutes { get; set; }
}
