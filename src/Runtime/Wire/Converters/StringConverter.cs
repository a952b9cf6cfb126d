namespace DynamoToolkit.Wire;

/// <summary>Stores text as a String.</summary>
public readonly struct StringConverter : IAttributeConverter<string>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, string value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public static string Read(ref ItemReader reader) => reader.ReadString();
}
