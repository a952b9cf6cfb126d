namespace DynamoToolkit.Wire;

/// <summary>
/// Stores a set of byte arrays as a Binary Set. After reading, the set compares arrays by their bytes. DynamoDB has no empty sets: an empty
/// set is stored as NULL, and NULL reads as empty.
/// </summary>
public readonly struct BinarySetConverter : IAttributeConverter<HashSet<byte[]>>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, HashSet<byte[]> value)
        => HashSetConverter<byte[], BytesConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static HashSet<byte[]> Read(ref ItemReader reader) => HashSetConverter<byte[], BytesConverter>.Read(ref reader);
}
