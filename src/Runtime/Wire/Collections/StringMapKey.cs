namespace DynamoToolkit.Wire;

/// <summary>Names that are strings.</summary>
public readonly struct StringMapKey : IMapKeyConverter<string>
{
    /// <inheritdoc/>
    public static void WriteName(ref ItemWriter writer, string key) => writer.WriteName(key);

    /// <inheritdoc/>
    public static string ReadName(ref ItemReader reader, ReadOnlySpan<byte> name) => reader.TextOf(name);
}
