namespace DynamoToolkit.Wire;

/// <summary>
/// Stores a set of numbers as a Number Set. DynamoDB has no empty sets: an empty set is stored as NULL, and NULL reads as empty.
/// </summary>
/// <typeparam name="T">The numbers' type.</typeparam>
/// <typeparam name="TConverter">The numbers' converter.</typeparam>
public readonly struct NumberSetConverter<T, TConverter> : IAttributeConverter<HashSet<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, HashSet<T> value) => HashSetConverter<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static HashSet<T> Read(ref ItemReader reader) => HashSetConverter<T, TConverter>.Read(ref reader);
}
