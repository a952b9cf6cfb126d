namespace DynamoToolkit.Wire;

/// <summary>Converts between a dictionary's keys and the names in a Map.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
public interface IMapKeyConverter<TKey>
    where TKey : notnull
{
    /// <summary>Writes a key as a name: <c>,"name":</c>.</summary>
    /// <param name="writer">The writer to write to.</param>
    /// <param name="key">The key.</param>
    static abstract void WriteName(ref ItemWriter writer, TKey key);

    /// <summary>Converts a name to a key.</summary>
    /// <param name="reader">The reader that read the name, for its errors.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ItemFormatException">This converter does not write names of this form.</exception>
    static abstract TKey ReadName(ref ItemReader reader, ReadOnlySpan<byte> name);
}
