namespace DynamoToolkit.Wire;

/// <summary>
/// Stores instants as a Number of whole seconds since 1970, the form that time to live requires. Fractions of a second are dropped.
/// </summary>
public readonly struct EpochSecondsConverter : IAttributeConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, DateTimeOffset value) => writer.WriteEpochSeconds("{\"N\":\""u8, value);

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref ItemReader reader) => reader.ReadEpochSeconds();
}
