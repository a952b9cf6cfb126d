using System.Globalization;

namespace TrackingStore.Protocol.Requests;

/// <summary>The number forms of protobuf's JSON mapping.</summary>
internal static class WireNumbers
{
    /// <summary>Reads an integer from the digits of a text, or from a JSON number, which may also be <c>1.0</c> or <c>1e3</c>.</summary>
    public static bool TryParseInt64(string text, bool isNumber, out long value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)) return true;
        if (!isNumber) return false;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return false;
        if (decimal.Truncate(number) != number || number is < long.MinValue or > long.MaxValue) return false;
        value = (long)number;
        return true;
    }

    /// <summary>Reads a double from a number's digits or from one of the names NaN, Infinity and -Infinity.</summary>
    public static bool TryParseDouble(string text, out double value)
    {
        value = text switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => 0,
        };
        if (value != 0) return true;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text.AsSpan().ContainsAnyInRange('0', '9')
            && double.TryParse(text, plain, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }
}
