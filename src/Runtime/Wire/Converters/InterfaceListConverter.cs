namespace DynamoToolkit.Wire;

/// <summary>Stores a list declared as an interface as a List, and reads it as a <see cref="List{T}"/>.</summary>
/// <typeparam name="TInterface">An interface that <see cref="List{T}"/> implements, such as <see cref="IReadOnlyList{T}"/>.</typeparam>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter.</typeparam>
public readonly struct InterfaceListConverter<TInterface, T, TConverter> : IAttributeConverter<TInterface>
    where TInterface : class, IEnumerable<T>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, TInterface value) => Sequence<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static TInterface Read(ref ItemReader reader) => (TInterface)(object)Sequence<T, TConverter>.ReadList(ref reader);
}
