using System.Globalization;

namespace DynamoToolkit.Local.Streams;

/// <summary>Sequence numbers as text: 21 digits or more. Their order as texts of one length is that of the numbers.</summary>
internal static class SequenceNumber
{
    /// <summary>The shortest sequence number that a request may have.</summary>
    public const int MinLength = 21;

    /// <summary>The longest sequence number that a request may have.</summary>
    public const int MaxLength = 40;

    // Like those of the service, the numbers do not begin with a zero, so that a reader can treat them as numbers.
    private static readonly UInt128 Base = UInt128.Parse("100000000000000000000", CultureInfo.InvariantCulture);

    /// <summary>The text of a number.</summary>
    public static string Format(long sequence) => (Base + (UInt128)sequence).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a number. A number that no record can have becomes the nearest one that a record can have.</summary>
    /// <returns>False if the text is not a number.</returns>
    public static bool TryParse(string text, out long sequence)
    {
        sequence = 0;
        if (text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;

        // Forty digits do not fit, but are far beyond every record.
        var number = UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : UInt128.MaxValue;
        sequence = number <= Base ? 0 : (long)UInt128.Min(number - Base, long.MaxValue);
        return true;
    }
}
