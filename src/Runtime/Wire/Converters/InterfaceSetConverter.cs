namespace DynamoToolkit.Wire;

/// <summary>
/// Stores a set declared as an interface as a String Set, Number Set or Binary Set, and reads it as a <see cref="HashSet{T}"/>. DynamoDB
/// has no empty sets: an empty set is stored as NULL, and NULL reads as empty.
/// </summary>
/// <typeparam name="TInterface">An interface that <see cref="HashSet{T}"/> implements, such as <see cref="IReadOnlySet{T}"/>.</typeparam>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter, which must write a String, Number or Binary.</typeparam>
public readonly struct InterfaceSetConverter<TInterface, T, TConverter> : IAttributeConverter<TInterface>
    where TInterface : class, IEnumerable<T>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, TInterface value) => SetElements<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static TInterface Read(ref ItemReader reader) => (TInterface)(object)SetElements<T, TConverter>.ReadHashSet(ref reader);
}
