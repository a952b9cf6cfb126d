using System.Collections.Frozen;

namespace DynamoToolkit.Wire;

/// <summary>
/// Stores a frozen set as a String Set, Number Set or Binary Set. DynamoDB has no empty sets: an empty set is stored as NULL, and NULL
/// reads as empty.
/// </summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter, which must write a String, Number or Binary.</typeparam>
public readonly struct FrozenSetConverter<T, TConverter> : IAttributeConverter<FrozenSet<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, FrozenSet<T> value) => SetElements<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static FrozenSet<T> Read(ref ItemReader reader)
        => SetElements<T, TConverter>.ReadHashSet(ref reader).ToFrozenSet(SetComparer<T>.Instance);
}
