namespace DynamoToolkit.Wire;

/// <summary>
/// Stores a set of strings as a String Set. DynamoDB has no empty sets: an empty set is stored as NULL, and NULL reads as empty.
/// </summary>
public readonly struct StringSetConverter : IAttributeConverter<HashSet<string>>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, HashSet<string> value)
        => HashSetConverter<string, StringConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static HashSet<string> Read(ref ItemReader reader) => HashSetConverter<string, StringConverter>.Read(ref reader);
}
