namespace DynamoToolkit.Wire;

/// <summary>Makes the names in a Map of a dictionary's keys, and keys of the names.</summary>
/// <typeparam name="TKey">The keys' type.</typeparam>
public interface IMapKeyConverter<TKey>
    where TKey : notnull
{
    /// <summary>Writes a key as a name: <c>,"name":</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="key">The key.</param>
    static abstract void WriteName(ref ItemWriter writer, TKey key);

    /// <summary>Makes a key of a name.</summary>
    /// <param name="reader">The reader that read the name, for its errors.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ItemFormatException">The name is none that this converter writes.</exception>
    static abstract TKey ReadName(ref ItemReader reader, ReadOnlySpan<byte> name);
}
