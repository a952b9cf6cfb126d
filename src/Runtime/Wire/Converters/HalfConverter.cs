namespace DynamoToolkit.Wire;

/// <summary>Stores halves as a Number: the shortest text that reads back as the same value. It rejects NaN and infinities.</summary>
public readonly struct HalfConverter : IAttributeConverter<Half>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, Half value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static Half Read(ref ItemReader reader) => reader.ReadHalf();
}
