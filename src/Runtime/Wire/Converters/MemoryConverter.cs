namespace DynamoToolkit.Wire;

/// <summary>Stores bytes as a Binary.</summary>
public readonly struct MemoryConverter : IAttributeConverter<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBinaryValue(value.Span);

    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref ItemReader reader) => reader.ReadBytes();
}
