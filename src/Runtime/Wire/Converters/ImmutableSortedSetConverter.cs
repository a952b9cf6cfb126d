using System.Collections.Immutable;

namespace DynamoToolkit.Wire;

/// <summary>
/// Stores an immutable sorted set as a String Set, Number Set or Binary Set. It is read in the elements' natural order. DynamoDB has no
/// empty sets: an empty set is stored as NULL, and NULL reads as empty.
/// </summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter, which must write a String, Number or Binary.</typeparam>
public readonly struct ImmutableSortedSetConverter<T, TConverter> : IAttributeConverter<ImmutableSortedSet<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, ImmutableSortedSet<T> value) => SetElements<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static ImmutableSortedSet<T> Read(ref ItemReader reader) => [.. SetElements<T, TConverter>.ReadHashSet(ref reader)];
}
