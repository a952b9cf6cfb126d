namespace DynamoToolkit.Wire;

/// <summary>Stores times of day as <c>DynamoDBContext</c> does: <c>13:05:00.123</c>. Further digits of a second are cut off.</summary>
public readonly struct MillisecondsTimeOnlyConverter : IAttributeConverter<TimeOnly>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, TimeOnly value) => writer.WriteFormatted("{\"S\":\""u8, value, "HH:mm:ss.fff");

    /// <inheritdoc/>
    public static TimeOnly Read(ref ItemReader reader) => reader.ReadTimeOnly();
}
