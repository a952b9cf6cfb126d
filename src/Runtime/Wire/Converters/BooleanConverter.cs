namespace DynamoToolkit.Wire;

/// <summary>Stores <see cref="bool"/> values as a Boolean.</summary>
public readonly struct BooleanConverter : IAttributeConverter<bool>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc/>
    public static bool Read(ref ItemReader reader) => reader.ReadBoolean();
}
