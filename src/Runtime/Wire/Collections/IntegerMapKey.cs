using System.Globalization;
using System.Numerics;

namespace DynamoToolkit.Wire;

/// <summary>Names that are whole numbers, in plain decimal digits.</summary>
/// <typeparam name="T">The integer type.</typeparam>
public readonly struct IntegerMapKey<T> : IMapKeyConverter<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static void WriteName(ref ItemWriter writer, T key)
    {
        Span<char> text = stackalloc char[64];
        writer.WriteName(key.TryFormat(text, out var length, default, CultureInfo.InvariantCulture)
            ? text[..length]
            : key.ToString(null, CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public static T ReadName(ref ItemReader reader, ReadOnlySpan<byte> name)
        => T.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
            ? key
            : throw reader.UnexpectedName($"a whole number that fits {typeof(T).Name}", name);
}
