using System.Globalization;
using System.Numerics;

namespace DynamoToolkit.Wire;

/// <summary>The form of each part of a key's text, other than strings: ASCII of a fixed width. No other code knows them.</summary>
internal static class KeyTextForms
{
    /// <summary>More bytes than any form takes.</summary>
    public const int MaxBytes = 48;

    /// <summary>The width of an integer's form.</summary>
    public static int WidthOf<T>()
        where T : IBinaryInteger<T>, IMinMaxValue<T>
        => DigitsOf<T>() + (IsSigned<T>() ? 1 : 0);

    /// <summary>
    /// Formats an integer. Unsigned integers are padded with zeros; signed integers begin with <c>1</c>, or if negative with <c>0</c> and
    /// each digit replaced with its difference from nine.
    /// </summary>
    /// <returns>The number of bytes.</returns>
    public static int Format<T>(Span<byte> destination, T value)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        var width = WidthOf<T>();
        var isNegative = T.IsNegative(value);
        Span<byte> text = stackalloc byte[MaxBytes];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        var digits = text[(isNegative ? 1 : 0)..length];

        var result = destination[..width];
        result.Fill((byte)'0');
        digits.CopyTo(result[(width - digits.Length)..]);
        if (!IsSigned<T>())
            return width;

        result[0] = (byte)(isNegative ? '0' : '1');
        if (isNegative)
            Complement(result[1..]);

        return width;
    }

    /// <summary>Reads an integer's form.</summary>
    public static bool TryParse<T>(ReadOnlySpan<byte> text, out T value)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = T.Zero;
        if (text.Length != WidthOf<T>() || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        if (!IsSigned<T>())
            return T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value!);
        if (text[0] > '1')
            return false;

        Span<byte> signed = stackalloc byte[MaxBytes];
        text.CopyTo(signed);
        signed = signed[..text.Length];
        if (text[0] == '0')
            Complement(signed[1..]);

        signed[0] = (byte)(text[0] == '0' ? '-' : '+');
        return T.TryParse(signed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value!)
            && T.IsNegative(value) == (text[0] == '0');
    }

    /// <summary>Formats a double as 16 digits that sort like the numbers. Both zeros have the same form.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Format(Span<byte> destination, double value)
    {
        if (double.IsNaN(value))
            throw new ArgumentException("A key cannot hold NaN, which has no place in an order.", nameof(value));

        var bits = BitConverter.DoubleToUInt64Bits(value == 0 ? 0 : value);
        bits ^= bits >> 63 != 0 ? ulong.MaxValue : 1UL << 63;
        bits.TryFormat(destination, out var written, "x16", CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>Reads a double's form.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (!TryParseHex(text, 16, out var bits))
            return false;

        value = BitConverter.UInt64BitsToDouble(bits ^ (bits >> 63 != 0 ? 1UL << 63 : ulong.MaxValue));
        return !double.IsNaN(value) && !(value == 0 && double.IsNegative(value));
    }

    /// <summary>Formats a float as 8 digits that sort like the numbers. Both zeros have the same form.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Format(Span<byte> destination, float value)
    {
        if (float.IsNaN(value))
            throw new ArgumentException("A key cannot hold NaN, which has no place in an order.", nameof(value));

        var bits = BitConverter.SingleToUInt32Bits(value == 0 ? 0 : value);
        bits ^= bits >> 31 != 0 ? uint.MaxValue : 1U << 31;
        bits.TryFormat(destination, out var written, "x8", CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>Reads a float's form.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out float value)
    {
        value = 0;
        if (!TryParseHex(text, 8, out var wide))
            return false;

        var bits = (uint)wide;
        value = BitConverter.UInt32BitsToSingle(bits ^ (bits >> 31 != 0 ? 1U << 31 : uint.MaxValue));
        return !float.IsNaN(value) && !(value == 0 && float.IsNegative(value));
    }

    /// <summary>Formats an instant in UTC. An unspecified kind counts as UTC.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Format(Span<byte> destination, DateTime value)
    {
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
        utc.TryFormat(destination, out var written, "O", CultureInfo.InvariantCulture);
        return written;
    }

    private static void Complement(Span<byte> digits)
    {
        foreach (ref var digit in digits)
            digit = (byte)('9' - (digit - '0'));
    }

    private static bool TryParseHex(ReadOnlySpan<byte> text, int width, out ulong bits)
    {
        bits = 0;
        if (text.Length != width || text.ContainsAnyInRange((byte)'A', (byte)'F'))
            return false;

        return ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bits);
    }

    private static bool IsSigned<T>()
        where T : IBinaryInteger<T>, IMinMaxValue<T>
        => T.IsNegative(T.MinValue);

    // 2^8 has 3 digits, 2^16 5, 2^32 10, 2^64 20 (19 when signed), 2^128 39.
    private static int DigitsOf<T>()
        where T : IBinaryInteger<T>, IMinMaxValue<T>
        => T.Zero.GetByteCount() switch
        {
            1 => 3,
            2 => 5,
            4 => 10,
            8 => IsSigned<T>() ? 19 : 20,
            _ => 39,
        };
}
