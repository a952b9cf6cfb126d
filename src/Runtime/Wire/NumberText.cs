using System.Globalization;
using System.Numerics;
using System.Text;

namespace DynamoToolkit.Wire;

/// <summary>
/// DynamoDB's Number as text: optional sign, digits with an optional point, optional exponent; at most 38 significant digits and a
/// magnitude between 1E-130 and 9.99…E+125, or zero.
/// </summary>
internal readonly ref struct NumberText
{
    /// <summary>The maximum number of significant digits of a Number.</summary>
    public const int MaxDigits = 38;

    /// <summary>More bits than any integer in the range has: 9.99…E+125 takes 419.</summary>
    public const int MaxIntegerBits = 420;

    /// <summary>The rule that a rejected number breaks.</summary>
    public const string Rule =
        "is a number beyond DynamoDB's range: at most 38 significant digits, and a magnitude between 1E-130 and 9.99…E+125. "
        + "Round it, or store it as text.";

    private const int HighestExponent = 125;
    private const int LowestExponent = -130;
    private const double Highest = 9.9999999999999999999999999999999999999E+125;
    private const double Lowest = 1E-130;

    private NumberText(ReadOnlySpan<byte> digits, int exponent, bool isNegative)
    {
        Digits = digits;
        Exponent = exponent;
        IsNegative = isNegative;
    }

    /// <summary>The significant digits, without zeros at either end; empty for zero.</summary>
    public ReadOnlySpan<byte> Digits { get; }

    /// <summary>The power of ten that the digits, read as an integer, are multiplied by.</summary>
    public int Exponent { get; }

    /// <summary>Whether the number is below zero.</summary>
    public bool IsNegative { get; }

    /// <summary>Whether a finite double is within the range.</summary>
    public static bool IsInRange(double value) => value == 0 || Math.Abs(value) is >= Lowest and < Highest;

    /// <summary>Whether the text is a Number.</summary>
    public static bool IsValid(scoped ReadOnlySpan<byte> text) => TryParse(text, stackalloc byte[MaxDigits], out _);

    /// <summary>Reads the text of a Number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">Room for <see cref="MaxDigits"/> digits.</param>
    /// <param name="number">The number, over <paramref name="digits"/>.</param>
    /// <returns>False if the text is not a Number, or is out of range.</returns>
    public static bool TryParse(scoped ReadOnlySpan<byte> text, Span<byte> digits, out NumberText number)
    {
        number = default;
        var isNegative = !text.IsEmpty && text[0] == '-';
        if (isNegative || (!text.IsEmpty && text[0] == '+'))
            text = text[1..];

        var count = 0;
        var pendingZeros = 0;
        var exponent = 0;
        var anyDigit = false;
        var pointSeen = false;
        var at = 0;
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '.' && !pointSeen)
            {
                pointSeen = true;
                continue;
            }

            if (!char.IsAsciiDigit((char)character))
                break;

            anyDigit = true;
            if (pointSeen)
                exponent--;
            if (character == '0')
            {
                // Zeros count only once a digit follows them.
                if (count > 0)
                    pendingZeros++;

                continue;
            }

            if (count + pendingZeros + 1 > MaxDigits)
                return false;

            digits.Slice(count, pendingZeros).Fill((byte)'0');
            count += pendingZeros;
            pendingZeros = 0;
            digits[count++] = character;
        }

        if (!anyDigit || !TryParseExponent(text[at..], out var given))
            return false;

        if (count == 0)
        {
            number = new NumberText([], 0, false);
            return true;
        }

        exponent += given + pendingZeros;
        var leading = exponent + count - 1;
        if (leading is < LowestExponent or > HighestExponent)
            return false;

        number = new NumberText(digits[..count], exponent, isNegative);
        return true;
    }

    /// <summary>Less than zero if the number is the lesser one, zero if both are equal.</summary>
    public int CompareTo(NumberText other)
    {
        if (IsNegative != other.IsNegative)
            return IsNegative ? -1 : 1;
        if (Digits.IsEmpty || other.Digits.IsEmpty)
            return Digits.Length - other.Digits.Length;

        // Compare the power of ten of the first digit before the digits.
        var difference = Exponent + Digits.Length - (other.Exponent + other.Digits.Length);
        if (difference == 0)
            difference = Digits.SequenceCompareTo(other.Digits);
        return IsNegative ? -difference : difference;
    }

    /// <summary>The value as an integer.</summary>
    /// <returns>False if it has a fraction or does not fit.</returns>
    public bool TryToInteger<T>(out T value)
        where T : IBinaryInteger<T>
    {
        value = T.Zero;
        if (Digits.IsEmpty)
            return true;
        if (Exponent < 0)
            return false;

        Span<byte> plain = stackalloc byte[1 + HighestExponent + 1];
        plain[0] = (byte)(IsNegative ? '-' : '+');
        Digits.CopyTo(plain[1..]);
        plain.Slice(1 + Digits.Length, Exponent).Fill((byte)'0');
        return T.TryParse(plain[..(1 + Digits.Length + Exponent)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value!);
    }

    /// <summary>The value as a decimal.</summary>
    /// <returns>False if decimal cannot hold it exactly.</returns>
    public bool TryToDecimal(out decimal value)
    {
        value = 0;
        if (Digits.IsEmpty)
            return true;
        if (Exponent is < -28 or > 28)
            return false;

        var coefficient = UInt128.Parse(Digits, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var left = Exponent; left > 0; left--)
        {
            if (coefficient >> 96 != 0)
                return false;

            coefficient *= 10;
        }

        if (coefficient >> 96 != 0)
            return false;

        value = new decimal(
            (int)(uint)coefficient,
            (int)(uint)(coefficient >> 32),
            (int)(uint)(coefficient >> 64),
            IsNegative,
            (byte)Math.Max(0, -Exponent));
        return true;
    }

    /// <summary>The one text that equal numbers share: digits, and an exponent unless it is zero.</summary>
    public override string ToString()
    {
        if (Digits.IsEmpty)
            return "0";

        var sign = IsNegative ? "-" : "";
        var exponent = Exponent == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"E{Exponent}");
        return $"{sign}{Encoding.ASCII.GetString(Digits)}{exponent}";
    }

    private static bool TryParseExponent(scoped ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
            return true;
        if (text[0] is not ((byte)'e' or (byte)'E') || text.Length < 2)
            return false;

        text = text[1..];
        var isNegative = text[0] == '-';
        if (isNegative || text[0] == '+')
            text = text[1..];
        if (text.IsEmpty)
            return false;

        foreach (var character in text)
        {
            if (!char.IsAsciiDigit((char)character))
                return false;

            // Saturates far outside the range, but small enough that adding to it cannot overflow.
            exponent = Math.Min(exponent * 10 + (character - '0'), 100_000);
        }

        if (isNegative)
            exponent = -exponent;

        return true;
    }
}
