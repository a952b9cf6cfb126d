namespace DynamoToolkit.Wire;

/// <summary>Stores floats as a Number: the shortest text that reads back as the same value. It rejects NaN and infinities.</summary>
public readonly struct SingleConverter : IAttributeConverter<float>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, float value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static float Read(ref ItemReader reader) => reader.ReadSingle();
}
