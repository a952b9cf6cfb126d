using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit.Streams;

/// <summary>
/// The position of a change in a stream: a number of up to 40 digits. The numbers of one item grow with its changes.
/// Those of different items can't be compared, and those of a stream that was disabled and enabled again begin anew.
/// </summary>
public readonly struct SequenceNumber : IComparable<SequenceNumber>, IEquatable<SequenceNumber>
{
    /// <summary>The number of digits of <see cref="ToPaddedString"/>, which is the maximum that the service uses.</summary>
    public const int MaxDigits = 40;

    // Without leading zeros; null for the default value.
    private readonly string? digits;

    private SequenceNumber(string digits) => this.digits = digits;

    /// <summary>Whether this is the default value, which is less than every number.</summary>
    public bool IsNone => digits is null;

    /// <summary>Reads a number.</summary>
    /// <param name="text">1 to 40 digits; leading zeros do not count.</param>
    /// <exception cref="FormatException">The text is not a sequence number.</exception>
    public static SequenceNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var number)
            ? number
            : throw new FormatException($"'{text}' is not a sequence number: it must have 1 to {MaxDigits} digits and nothing else.");
    }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number, if the text is one.</param>
    /// <returns>Whether the text has 1 to 40 digits and nothing else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out SequenceNumber number)
    {
        number = default;
        if (text is not { Length: > 0 and <= MaxDigits } || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;

        var significant = text.TrimStart('0');
        number = new SequenceNumber(significant.Length == 0 ? "0" : significant);
        return true;
    }

    /// <summary>
    /// The number with leading zeros, 40 digits in all, so that the order of texts is that of the numbers: for items that store from which
    /// change they come. 40 zeros for the default value.
    /// </summary>
    public string ToPaddedString() => (digits ?? "").PadLeft(MaxDigits, '0');

    /// <inheritdoc/>
    public int CompareTo(SequenceNumber other)
    {
        var (mine, its) = (digits ?? "", other.digits ?? "");
        return mine.Length != its.Length ? mine.Length.CompareTo(its.Length) : string.CompareOrdinal(mine, its);
    }

    /// <inheritdoc/>
    public bool Equals(SequenceNumber other) => digits == other.digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SequenceNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => digits?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>The digits without leading zeros; empty for the default value.</summary>
    public override string ToString() => digits ?? "";

    /// <summary>Whether two numbers are equal.</summary>
    public static bool operator ==(SequenceNumber left, SequenceNumber right) => left.Equals(right);

    /// <summary>Whether two numbers differ.</summary>
    public static bool operator !=(SequenceNumber left, SequenceNumber right) => !left.Equals(right);

    /// <summary>Whether a number is less than another one.</summary>
    public static bool operator <(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether a number is less than another one, or equal to it.</summary>
    public static bool operator <=(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a number is greater than another one.</summary>
    public static bool operator >(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether a number is greater than another one, or equal to it.</summary>
    public static bool operator >=(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) >= 0;
}
