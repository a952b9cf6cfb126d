namespace DynamoToolkit.Wire;

/// <summary>
/// Stores instants as <c>DynamoDBContext</c> stores dates and times: <c>2026-11-28T10:00:00.123Z</c>, in UTC. Further digits of a
/// second are cut off.
/// </summary>
public readonly struct MillisecondsDateTimeOffsetConverter : IAttributeConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, DateTimeOffset value)
        => MillisecondsDateTimeConverter.Write(ref writer, value.UtcDateTime);

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref ItemReader reader) => reader.ReadDateTimeOffset();
}
