namespace DynamoToolkit.Wire;

/// <summary>Stores an array as a List.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter.</typeparam>
public readonly struct ArrayConverter<T, TConverter> : IAttributeConverter<T[]>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, T[] value)
    {
        if (value is null)
            throw writer.Invalid(ItemWriter.NullRule);

        Sequence<T, TConverter>.Write(ref writer, value);
    }

    /// <inheritdoc/>
    public static T[] Read(ref ItemReader reader) => Sequence<T, TConverter>.ReadArray(ref reader);
}
