using System.Collections.Immutable;

namespace DynamoToolkit.Wire;

/// <summary>
/// Stores an immutable set as a String Set, Number Set or Binary Set. DynamoDB has no empty sets: an empty set is stored as NULL, and NULL
/// reads as empty.
/// </summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter, which must write a String, Number or Binary.</typeparam>
public readonly struct ImmutableHashSetConverter<T, TConverter> : IAttributeConverter<ImmutableHashSet<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, ImmutableHashSet<T> value) => SetElements<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static ImmutableHashSet<T> Read(ref ItemReader reader)
        => SetElements<T, TConverter>.ReadHashSet(ref reader).ToImmutableHashSet(SetComparer<T>.Instance);
}
