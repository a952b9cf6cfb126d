namespace DynamoToolkit.Wire;

/// <summary>Stores Guids as a String of 32 lower case digits in five groups.</summary>
public readonly struct GuidConverter : IAttributeConverter<Guid>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, Guid value) => writer.WriteGuid("{\"S\":\""u8, value);

    /// <inheritdoc/>
    public static Guid Read(ref ItemReader reader) => reader.ReadGuid();
}
