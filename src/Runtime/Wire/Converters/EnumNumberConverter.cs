using System.Numerics;
using System.Runtime.CompilerServices;

namespace DynamoToolkit.Wire;

/// <summary>Stores values of an enum as their numbers.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNumber">Its underlying type.</typeparam>
public readonly struct EnumNumberConverter<TEnum, TNumber> : IAttributeConverter<TEnum>
    where TEnum : struct, Enum
    where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, TEnum value) =>
        NumberConverter<TNumber>.Write(ref writer, Unsafe.BitCast<TEnum, TNumber>(value));

    /// <inheritdoc/>
    public static TEnum Read(ref ItemReader reader) => Unsafe.BitCast<TNumber, TEnum>(NumberConverter<TNumber>.Read(ref reader));
}
