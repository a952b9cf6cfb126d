namespace DynamoToolkit.Wire;

/// <summary>Stores doubles as a Number: the shortest text that reads back as the same value. It rejects NaN and infinities.</summary>
public readonly struct DoubleConverter : IAttributeConverter<double>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, double value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static double Read(ref ItemReader reader) => reader.ReadDouble();
}
