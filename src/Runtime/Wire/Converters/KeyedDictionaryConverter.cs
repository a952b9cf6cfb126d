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
    public static void Write(ref ItemWriter writer, Dictionary<TKey, T> value)
    {
        if (value is null)
            throw writer.Invalid(ItemWriter.NullRule);

        var start = writer.BeginMapValue();
        foreach (var (key, element) in value)
        {
            TMapKey.WriteName(ref writer, key);
            TConverter.Write(ref writer, element);
        }

        writer.EndMapValue(start);
    }

    /// <inheritdoc/>
    public static Dictionary<TKey, T> Read(ref ItemReader reader)
    {
        var result = new Dictionary<TKey, T>();
        reader.BeginMapValue();
        reader.BeginMap();
        while (reader.ReadName(out var name))
            result[TMapKey.ReadName(ref reader, name)] = TConverter.Read(ref reader);

        reader.EndMapValue();
        return result;
    }
}
