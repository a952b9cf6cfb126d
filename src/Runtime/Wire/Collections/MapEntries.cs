namespace DynamoToolkit.Wire;

/// <summary>Reads and writes the entries of any dictionary type.</summary>
internal static class MapEntries<TKey, TMapKey, T, TConverter>
    where TKey : notnull
    where TMapKey : IMapKeyConverter<TKey>
    where TConverter : IAttributeConverter<T>
{
    /// <summary>Writes <c>{"M":{…}}</c>.</summary>
    public static void Write(ref ItemWriter writer, IEnumerable<KeyValuePair<TKey, T>> entries)
    {
        if (entries is null)
            throw writer.Invalid(ItemWriter.NullRule);

        var start = writer.BeginMapValue();

        // Its own enumerator is a struct; through the interface it would be an object.
        if (entries is Dictionary<TKey, T> dictionary)
        {
            foreach (var (key, value) in dictionary)
                WriteEntry(ref writer, key, value);
        }
        else
        {
            foreach (var (key, value) in entries)
                WriteEntry(ref writer, key, value);
        }

        writer.EndMapValue(start);
    }

    /// <summary>Reads <c>{"M":{…}}</c>. If two entries have the same key, the last one counts.</summary>
    public static Dictionary<TKey, T> Read(ref ItemReader reader)
    {
        var first = default(FirstElements<KeyValuePair<TKey, T>>);
        var entries = new Elements<KeyValuePair<TKey, T>>(first);
        try
        {
            reader.BeginMapValue();
            reader.BeginMap();
            while (reader.ReadName(out var name))
                entries.Add(new(TMapKey.ReadName(ref reader, name), TConverter.Read(ref reader)));

            reader.EndMapValue();
            var dictionary = new Dictionary<TKey, T>(entries.Span.Length);
            foreach (var (key, value) in entries.Span)
                dictionary[key] = value;

            return dictionary;
        }
        finally
        {
            entries.Dispose();
        }
    }

    private static void WriteEntry(ref ItemWriter writer, TKey key, T value)
    {
        TMapKey.WriteName(ref writer, key);
        TConverter.Write(ref writer, value);
    }
}
