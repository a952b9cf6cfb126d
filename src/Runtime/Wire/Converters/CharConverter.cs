namespace DynamoToolkit.Wire;

/// <summary>Stores one character as a String. It rejects half of a surrogate pair.</summary>
public readonly struct CharConverter : IAttributeConverter<char>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, char value) => writer.WriteChar("{\"S\":\""u8, value);

    /// <inheritdoc/>
    public static char Read(ref ItemReader reader) => reader.ReadChar();
}
