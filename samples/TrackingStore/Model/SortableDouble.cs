using System.Globalization;

namespace TrackingStore.Model;

/// <summary>
/// Doubles as numbers of 64 bits, or as 16 hexadecimal digits, that sort as the doubles compare. NaN compares as MLflow has it, as a zero,
/// but just below the real one; it takes the place of negative zero, which is stored as zero.
/// </summary>
internal static class SortableDouble
{
    private const ulong SignBit = 1UL << 63;

    /// <summary>The number whose order is that of the double.</summary>
    public static ulong BitsOf(double value)
    {
        var number = double.IsNaN(value) ? double.NegativeZero : value == 0 ? 0 : value;
        var bits = BitConverter.DoubleToUInt64Bits(number);
        // Negative numbers grow towards zero, so all their bits turn; positive ones come behind them.
        return (bits & SignBit) != 0 ? ~bits : bits | SignBit;
    }

    /// <summary>Writes a number.</summary>
    public static string Encode(double value) => BitsOf(value).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads a number back.</summary>
    public static double Decode(ReadOnlySpan<char> text)
    {
        var bits = ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var number = BitConverter.UInt64BitsToDouble((bits & SignBit) != 0 ? bits & ~SignBit : ~bits);
        return number == 0 && double.IsNegative(number) ? double.NaN : number;
    }
}
