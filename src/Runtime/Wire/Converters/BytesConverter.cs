namespace DynamoToolkit.Wire;

/// <summary>Stores bytes as a Binary.</summary>
public readonly struct BytesConverter : IAttributeConverter<byte[]>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, byte[] value)
        => writer.WriteBinaryValue(value ?? throw writer.Invalid(ItemWriter.NullRule));

    /// <inheritdoc/>
    public static byte[] Read(ref ItemReader reader) => reader.ReadBytes();
}
