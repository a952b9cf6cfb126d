namespace DynamoToolkit.Wire;

/// <summary>Stores a nullable reference type: null as NULL, and any other value as its own converter does.</summary>
/// <typeparam name="T">The type that is nullable.</typeparam>
/// <typeparam name="TConverter">Its converter.</typeparam>
public readonly struct NullableReferenceConverter<T, TConverter> : IAttributeConverter<T?>
    where T : class
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T? value)
    {
        if (value is not null)
            TConverter.Write(ref writer, value);
        else
            writer.WriteNullValue();
    }

    /// <inheritdoc/>
    public static T? Read(ref ItemReader reader) => reader.TryReadNull() ? null : TConverter.Read(ref reader);
}
