namespace DynamoToolkit.Wire;

/// <summary>
/// Stores a set as a String Set, Number Set or Binary Set, as its elements' converter stores them. DynamoDB has no empty sets: an empty set
/// is stored as NULL, and NULL reads as empty.
/// </summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter, which must write a String, Number or Binary.</typeparam>
public readonly struct HashSetConverter<T, TConverter> : IAttributeConverter<HashSet<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, HashSet<T> value) => SetElements<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static HashSet<T> Read(ref ItemReader reader) => SetElements<T, TConverter>.ReadHashSet(ref reader);
}
