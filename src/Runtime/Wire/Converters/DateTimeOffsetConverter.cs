namespace DynamoToolkit.Wire;

/// <summary>Stores instants as a String in ISO 8601, in UTC. The instant is kept exactly; the offset is not.</summary>
public readonly struct DateTimeOffsetConverter : IAttributeConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, DateTimeOffset value) => writer.WriteDateTimeOffset("{\"S\":\""u8, value);

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref ItemReader reader) => reader.ReadDateTimeOffset();
}
