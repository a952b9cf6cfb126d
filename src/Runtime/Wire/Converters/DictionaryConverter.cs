namespace DynamoToolkit.Wire;

/// <summary>Stores a dictionary with string keys as a Map.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TConverter">The values' converter.</typeparam>
public readonly struct DictionaryConverter<T, TConverter> : IAttributeConverter<Dictionary<string, T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, Dictionary<string, T> value)
        => KeyedDictionaryConverter<string, StringMapKey, T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static Dictionary<string, T> Read(ref ItemReader reader)
        => KeyedDictionaryConverter<string, StringMapKey, T, TConverter>.Read(ref reader);
}
