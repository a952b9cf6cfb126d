using System.Globalization;
using System.Numerics;

namespace DynamoToolkit.Wire;

/// <content>Numbers.</content>
public ref partial struct ItemReader
{
    private const string NumberType = "Number (N)";
    private const NumberStyles NumberStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Any decimal with this many characters and no exponent is exact.
    private const int MaxPlainDecimal = 28;

    /// <summary>Reads a Number value as an integer, in any notation: <c>100</c>, <c>1E+2</c>, <c>100.0</c>.</summary>
    /// <typeparam name="T">The integer type.</typeparam>
    /// <exception cref="ItemFormatException">It has a fraction, or does not fit the type.</exception>
    public T ReadNumber<T>()
        where T : IBinaryInteger<T>
    {
        var start = position;
        var text = ReadNumberText();
        if (Integers.FitsIn64Bits<T>() && T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        if (NumberText.TryParse(text, stackalloc byte[NumberText.MaxDigits], out var number) && number.TryToInteger<T>(out var integer))
            return integer;

        throw Unreadable(start, $"a whole number that fits {typeof(T).Name}", text);
    }

    /// <summary>Reads a Number value as a decimal.</summary>
    /// <exception cref="ItemFormatException">Decimal cannot hold it exactly.</exception>
    public decimal ReadDecimal()
    {
        var start = position;
        var text = ReadNumberText();
        if (text.Length <= MaxPlainDecimal
            && decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        if (NumberText.TryParse(text, stackalloc byte[NumberText.MaxDigits], out var number) && number.TryToDecimal(out value))
            return value;

        throw Unreadable(start, "a number that fits Decimal exactly", text);
    }

    /// <summary>Reads a Number value as a double: the nearest one.</summary>
    public double ReadDouble() => ReadFloatingPoint<double>();

    /// <summary>Reads a Number value as a float: the nearest one.</summary>
    /// <exception cref="ItemFormatException">It is beyond float's range.</exception>
    public float ReadSingle() => ReadFloatingPoint<float>();

    /// <summary>Reads a Number value as a half: the nearest one.</summary>
    /// <exception cref="ItemFormatException">It is beyond half's range.</exception>
    public Half ReadHalf() => ReadFloatingPoint<Half>();

    /// <summary>Reads a Number value's text. It is valid only as long as the bytes that it was read from.</summary>
    public ReadOnlySpan<byte> ReadNumberText()
    {
        var text = ReadScalar((byte)'N', NumberType, out var isEscaped);
        return isEscaped ? Unescape(text) : text;
    }

    private T ReadFloatingPoint<T>()
        where T : IFloatingPointIeee754<T>
    {
        var start = position;
        var text = ReadNumberText();

        // The parser also accepts the names of NaN and infinity.
        if (!text.IsEmpty && text[^1] is >= (byte)'0' and <= (byte)'9' or (byte)'.'
            && T.TryParse(text, NumberStyle, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value))
        {
            return value;
        }

        throw Unreadable(start, $"a number in the range of {typeof(T).Name}", text);
    }
}
