namespace DynamoToolkit.Wire;

/// <summary>Stores a type with a generated mapping as a Map.</summary>
/// <typeparam name="T">The type.</typeparam>
public readonly struct MapConverter<T> : IAttributeConverter<T>
    where T : IDynamoMap<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T value)
    {
        if (value is null)
            throw writer.Invalid(ItemWriter.NullRule);

        writer.EnterLevel();
        writer.WriteRaw("{\"M\":"u8);
        var start = writer.Position;
        T.WriteMap(ref writer, in value);
        writer.LeaveLevel(start);
        writer.WriteRaw("}"u8);
    }

    /// <inheritdoc/>
    public static T Read(ref ItemReader reader)
    {
        reader.BeginMapValue();
        var value = T.ReadMap(ref reader);
        reader.EndMapValue();
        return value;
    }
}
