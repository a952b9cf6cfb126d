namespace DynamoToolkit.Wire;

/// <summary>
/// Stores dates and times as a Number of whole seconds since 1970, the form that time to live requires. They read back in UTC.
/// </summary>
public readonly struct EpochSecondsDateTimeConverter : IAttributeConverter<DateTime>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, DateTime value) => writer.WriteEpochSeconds("{\"N\":\""u8, value);

    /// <inheritdoc/>
    public static DateTime Read(ref ItemReader reader) => reader.ReadEpochSeconds().UtcDateTime;
}
