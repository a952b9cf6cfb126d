using System.Collections.Immutable;

namespace DynamoToolkit.Wire;

/// <summary>Stores an immutable sorted dictionary as a Map. It is read in the keys' natural order.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TMapKey">Converts between keys and names.</typeparam>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TConverter">The values' converter.</typeparam>
public readonly struct ImmutableSortedDictionaryConverter<TKey, TMapKey, T, TConverter>
    : IAttributeConverter<ImmutableSortedDictionary<TKey, T>>
    where TKey : notnull
    where TMapKey : IMapKeyConverter<TKey>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, ImmutableSortedDictionary<TKey, T> value)
        => MapEntries<TKey, TMapKey, T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static ImmutableSortedDictionary<TKey, T> Read(ref ItemReader reader)
        => MapEntries<TKey, TMapKey, T, TConverter>.Read(ref reader).ToImmutableSortedDictionary();
}
