namespace DynamoToolkit.Wire;

/// <summary>Stores one character as a String. Half of a surrogate pair is refused.</summary>
public readonly struct CharConverter : IAttributeConverter<char>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, char value) => writer.WriteChar("{\"S\":\""u8, value);

    /// <inheritdoc/>
    public static char Read(ref ItemReader reader) => reader.ReadChar();
}
