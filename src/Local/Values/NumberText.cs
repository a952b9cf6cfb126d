using System.Globalization;
using System.Text;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Values;

/// <summary>
/// Numbers from and to text. The client library has a parser of its own, which works on UTF-8 and only accepts or refuses a number. The
/// engine deliberately does not share it: it must say, as the service does, which of four rules a number breaks, and tests that use the
/// engine to check the client would not notice a mistake that both have in common.
/// </summary>
internal static class NumberText
{
    public const string TooPrecise = "Attempting to store more than 38 significant digits in a Number";
    public const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
    public const string Underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private const string NotANumber = "The parameter cannot be converted to a numeric value";

    // An exponent beyond this is out of range for any digits. Stopping here keeps the arithmetic within an int.
    private const int ExponentCap = 1_000_000;

    /// <summary>The maximum length of plain notation: a sign, "0.", the zeros of the smallest magnitude, and all digits.</summary>
    public const int MaxPlainLength = 3 - DynamoNumber.MinMagnitude + DynamoNumber.MaxDigits;

    /// <summary>Reads decimal or scientific notation.</summary>
    /// <exception cref="DynamoError">Not a number, too many digits, or out of range.</exception>
    public static DynamoNumber Parse(string text)
    {
        if (text.Length == 0)
            throw DynamoError.Validation(NotANumber);

        var rest = text.AsSpan();
        var negative = rest[0] == '-';
        if (rest[0] is '-' or '+')
            rest = rest[1..];

        var exponent = 0;
        var mark = rest.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!TryParseExponent(rest[(mark + 1)..], out exponent))
                throw Invalid(text);
            rest = rest[..mark];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var fraction = point < 0 ? default : rest[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || !IsDigits(whole) || !IsDigits(fraction))
            throw Invalid(text);

        return Make(negative, whole, fraction, exponent);
    }

    /// <summary>Reads what <see cref="Format"/> writes.</summary>
    public static DynamoNumber ParsePlain(ReadOnlySpan<byte> text)
    {
        var negative = text is [(byte)'-', ..];
        if (negative)
            text = text[1..];

        Span<char> digits = stackalloc char[MaxPlainLength];
        digits = digits[..Encoding.ASCII.GetChars(text, digits)];
        var point = digits.IndexOf('.');
        return point < 0 ? Make(negative, digits, default, 0) : Make(negative, digits[..point], digits[(point + 1)..], 0);
    }

    /// <summary>Plain decimal notation, never an exponent.</summary>
    public static string Format(DynamoNumber number)
    {
        var digits = number.Coefficient.ToString(CultureInfo.InvariantCulture);
        var sign = number.IsNegative ? "-" : "";
        if (number.Exponent >= 0)
            return sign + digits + new string('0', number.Exponent);

        var point = digits.Length + number.Exponent;
        return point > 0
            ? $"{sign}{digits.AsSpan(0, point)}.{digits.AsSpan(point)}"
            : $"{sign}0.{new string('0', -point)}{digits}";
    }

    private static DynamoNumber Make(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int exponent)
    {
        fraction = fraction.TrimEnd('0');
        whole = whole.TrimStart('0');
        exponent -= fraction.Length;
        if (fraction.Length == 0)
        {
            var trimmed = whole.TrimEnd('0');
            exponent += whole.Length - trimmed.Length;
            whole = trimmed;
        }

        if (whole.Length == 0)
            fraction = fraction.TrimStart('0');

        var digits = whole.Length + fraction.Length;
        if (digits == 0)
            return default;

        var magnitude = (long)exponent + digits - 1;
        if (magnitude > DynamoNumber.MaxMagnitude)
            throw DynamoError.Validation(Overflow);
        if (magnitude < DynamoNumber.MinMagnitude)
            throw DynamoError.Validation(Underflow);
        if (digits > DynamoNumber.MaxDigits)
            throw DynamoError.Validation(TooPrecise);

        return new DynamoNumber(negative, Append(Append(UInt128.Zero, whole), fraction), exponent);
    }

    private static UInt128 Append(UInt128 value, ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
            value = (value * 10) + (uint)(digit - '0');
        return value;
    }

    private static bool TryParseExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..];
        if (text.Length == 0 || !IsDigits(text))
            return false;

        foreach (var digit in text)
            exponent = Math.Min((exponent * 10) + (digit - '0'), ExponentCap);
        if (negative)
            exponent = -exponent;
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static DynamoError Invalid(string text) => DynamoError.Validation($"{NotANumber}: {text}");
}
