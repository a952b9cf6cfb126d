using System.Collections.Frozen;

namespace DynamoToolkit.Wire;

/// <summary>Stores a frozen dictionary as a Map.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TMapKey">Converts between keys and names.</typeparam>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TConverter">The values' converter.</typeparam>
public readonly struct FrozenDictionaryConverter<TKey, TMapKey, T, TConverter> : IAttributeConverter<FrozenDictionary<TKey, T>>
    where TKey : notnull
    where TMapKey : IMapKeyConverter<TKey>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, FrozenDictionary<TKey, T> value)
        => MapEntries<TKey, TMapKey, T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static FrozenDictionary<TKey, T> Read(ref ItemReader reader)
        => MapEntries<TKey, TMapKey, T, TConverter>.Read(ref reader).ToFrozenDictionary();
}
