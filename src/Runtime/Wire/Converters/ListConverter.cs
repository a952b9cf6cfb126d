using System.Runtime.InteropServices;

namespace DynamoToolkit.Wire;

/// <summary>Stores a <see cref="List{T}"/> as a List.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <typeparam name="TConverter">The elements' converter.</typeparam>
public readonly struct ListConverter<T, TConverter> : IAttributeConverter<List<T>>
    where TConverter : IAttributeConverter<T>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, List<T> value)
    {
        if (value is null)
            throw writer.Invalid(ItemWriter.NullRule);

        Sequence<T, TConverter>.Write(ref writer, CollectionsMarshal.AsSpan(value));
    }

    /// <inheritdoc/>
    public static List<T> Read(ref ItemReader reader) => Sequence<T, TConverter>.ReadList(ref reader);
}
