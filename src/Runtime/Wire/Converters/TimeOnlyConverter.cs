namespace DynamoToolkit.Wire;

/// <summary>Stores times of day as a String, <c>13:05:00.0000000</c>.</summary>
public readonly struct TimeOnlyConverter : IAttributeConverter<TimeOnly>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, TimeOnly value) => writer.WriteTimeOnly("{\"S\":\""u8, value);

    /// <inheritdoc/>
    public static TimeOnly Read(ref ItemReader reader) => reader.ReadTimeOnly();
}
