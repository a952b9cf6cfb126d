namespace DynamoToolkit.Wire;

/// <summary>Stores a dictionary declared as an interface as a Map, and reads it as a <see cref="Dictionary{TKey, TValue}"/>.</summary>
/// <typeparam name="TInterface">
/// An interface that <see cref="Dictionary{TKey, TValue}"/> implements, such as <see cref="IReadOnlyDictionary{TKey, TValue}"/>.
/// </typeparam>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TMapKey">Converts between keys and names.</typeparam>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TConverter">The values' converter.</typeparam>
public readonly struct InterfaceDictionaryConverter<TInterface, TKey, TMapKey, T, TConverter> : IAttributeConverter<TInterface>
    where TInterface : class, IEnumerable<KeyValuePair<TKey, T>>
    where TKey : notnull
    where TMapKey : IMapKeyConverter<TKey>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, TInterface value) => MapEntries<TKey, TMapKey, T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static TInterface Read(ref ItemReader reader) => (TInterface)(object)MapEntries<TKey, TMapKey, T, TConverter>.Read(ref reader);
}
