namespace DynamoToolkit.Wire;

/// <summary>Stores durations as a Number of seconds, with up to seven decimals.</summary>
public readonly struct TimeSpanConverter : IAttributeConverter<TimeSpan>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, TimeSpan value) => writer.WriteTimeSpan("{\"N\":\""u8, value);

    /// <inheritdoc/>
    public static TimeSpan Read(ref ItemReader reader) => reader.ReadTimeSpan();
}
