namespace DynamoToolkit.Wire;

/// <summary>
/// Stores dates and times as a String in ISO 8601: UTC with <c>Z</c>, local time converted to UTC, unspecified kinds without <c>Z</c>.
/// </summary>
public readonly struct DateTimeConverter : IAttributeConverter<DateTime>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, DateTime value) => writer.WriteDateTime("{\"S\":\""u8, value);

    /// <inheritdoc/>
    public static DateTime Read(ref ItemReader reader) => reader.ReadDateTime();
}
