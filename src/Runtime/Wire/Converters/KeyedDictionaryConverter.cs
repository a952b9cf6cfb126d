namespace DynamoToolkit.Wire;

/// <summary>Stores a dictionary as a Map. Its keys may be of any type that has a text form.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TMapKey">Converts between keys and names.</typeparam>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TConverter">The values' converter.</typeparam>
public readonly struct KeyedDictionaryConverter<TKey, TMapKey, T, TConverter> : IAttributeConverter<Dictionary<TKey, T>>
    where TKey : notnull
    where TMapKey : IMapKeyConverter<TKey>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, Dictionary<TKey, T> value)
        => MapEntries<TKey, TMapKey, T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static Dictionary<TKey, T> Read(ref ItemReader reader) => MapEntries<TKey, TMapKey, T, TConverter>.Read(ref reader);
}
