using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DynamoToolkit.Wire;

/// <summary>Stores an <see cref="ImmutableArray{T}"/> as a List. The default value is stored as an empty List.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter.</typeparam>
public readonly struct ImmutableArrayConverter<T, TConverter> : IAttributeConverter<ImmutableArray<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, ImmutableArray<T> value) => Sequence<T, TConverter>.Write(ref writer, value.AsSpan());

    /// <inheritdoc/>
    public static ImmutableArray<T> Read(ref ItemReader reader)
        => ImmutableCollectionsMarshal.AsImmutableArray(Sequence<T, TConverter>.ReadArray(ref reader));
}
