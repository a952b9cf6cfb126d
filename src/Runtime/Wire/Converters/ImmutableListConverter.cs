using System.Collections.Immutable;

namespace DynamoToolkit.Wire;

/// <summary>Stores an <see cref="ImmutableList{T}"/> as a List.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter.</typeparam>
public readonly struct ImmutableListConverter<T, TConverter> : IAttributeConverter<ImmutableList<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, ImmutableList<T> value) => Sequence<T, TConverter>.Write(ref writer, value);

    /// <inheritdoc/>
    public static ImmutableList<T> Read(ref ItemReader reader) => [.. Sequence<T, TConverter>.ReadArray(ref reader)];
}
