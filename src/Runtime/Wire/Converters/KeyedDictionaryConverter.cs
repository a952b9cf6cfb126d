namespace DynamoToolkit.Wire;

/// <summary>Stores a dictionary by keys of any type that has a text as a Map.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TMapKey">What makes names of keys.</typeparam>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TConverter">The values' converter.</typeparam>
public readonly struct KeyedDictionaryConverter<TKey, TMapKey, T, TConverter> : IAttributeConverter<Dictionary<TKey, T>>
    where TKey : notnull
    where TMapKey : IMapKeyConverter<TKey>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, Dictionary<TKey, T> value) => MapEntries<TKey, TMapKey, T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static Dictionary<TKey, T> Read(ref ItemReader reader) => MapEntries<TKey, TMapKey, T, TConverter>.Read(ref reader);
}
