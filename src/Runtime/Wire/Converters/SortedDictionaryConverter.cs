namespace DynamoToolkit.Wire;

/// <summary>Stores a sorted dictionary as a Map. It is read in the keys' natural order.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TMapKey">Converts between keys and names.</typeparam>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TConverter">The values' converter.</typeparam>
public readonly struct SortedDictionaryConverter<TKey, TMapKey, T, TConverter> : IAttributeConverter<SortedDictionary<TKey, T>>
    where TKey : notnull
    where TMapKey : IMapKeyConverter<TKey>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, SortedDictionary<TKey, T> value)
        => MapEntries<TKey, TMapKey, T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static SortedDictionary<TKey, T> Read(ref ItemReader reader) => new(MapEntries<TKey, TMapKey, T, TConverter>.Read(ref reader));
}
