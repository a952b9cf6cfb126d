namespace DynamoToolkit.Wire;

/// <summary>
/// Stores dates and times as <c>DynamoDBContext</c> does: <c>2026-11-28T10:00:00.123Z</c>. Further digits of a second are cut off.
/// Local time is converted to UTC; an unspecified kind counts as UTC. Values read back in UTC.
/// </summary>
public readonly struct MillisecondsDateTimeConverter : IAttributeConverter<DateTime>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, DateTime value)
        => writer.WriteFormatted("{\"S\":\""u8, Utc(value), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <inheritdoc/>
    public static DateTime Read(ref ItemReader reader) => DateTime.SpecifyKind(reader.ReadDateTime(), DateTimeKind.Utc);

    private static DateTime Utc(DateTime value) => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
}
