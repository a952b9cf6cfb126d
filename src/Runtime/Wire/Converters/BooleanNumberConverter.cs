namespace DynamoToolkit.Wire;

/// <summary>Stores <see cref="bool"/> values as a Number, 1 or 0, as <c>DynamoDBContext</c> does. It also reads a Boolean.</summary>
public readonly struct BooleanNumberConverter : IAttributeConverter<bool>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, bool value) => writer.WriteNumberValue(value ? 1L : 0L);

    /// <inheritdoc/>
    /// <exception cref="ItemFormatException">A Number that is neither 0 nor 1, or a value of another type.</exception>
    public static bool Read(ref ItemReader reader)
    {
        if (!reader.IsNext("N"u8))
            return reader.ReadBoolean();

        var text = reader.ReadNumberText();
        return text is [(byte)'0' or (byte)'1'] ? text[0] == '1' : throw reader.Unexpected("0 or 1", text);
    }
}
