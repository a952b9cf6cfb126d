namespace DynamoToolkit.Wire;

/// <summary>Stores a nullable value type: null as NULL, and any other value as its own converter does.</summary>
/// <typeparam name="T">The type that is nullable.</typeparam>
/// <typeparam name="TConverter">Its converter.</typeparam>
public readonly struct NullableConverter<T, TConverter> : IAttributeConverter<T?>
    where T : struct
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T? value)
    {
        if (value is { } present)
            TConverter.Write(ref writer, present);
        else
            writer.WriteNullValue();
    }

    /// <inheritdoc/>
    public static T? Read(ref ItemReader reader) => reader.TryReadNull() ? null : TConverter.Read(ref reader);
}
