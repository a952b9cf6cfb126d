using System.Buffers.Text;
using System.Globalization;

namespace DynamoToolkit.Wire;

/// <content>Dates, times and identifiers.</content>
public ref partial struct ItemReader
{
    // 9999-12-31T23:59:59Z and 0001-01-01T00:00:00Z.
    internal const long LatestEpochSecond = 253_402_300_799;
    internal const long EarliestEpochSecond = -62_135_596_800;

    /// <summary>Reads a String value as a Guid.</summary>
    public Guid ReadGuid()
    {
        var start = position;
        var text = ReadText();
        if (Utf8Parser.TryParse(text, out Guid value, out var used, 'D') && used == text.Length)
            return value;

        throw Unreadable(start, "a Guid", text);
    }

    /// <summary>
    /// Reads a String value as a date and time in ISO 8601. With <c>Z</c> or an offset the result is in UTC; without, its kind is
    /// unspecified.
    /// </summary>
    public DateTime ReadDateTime()
    {
        var start = position;
        var text = ReadText();
        if (IsoText.TryParseDateTime(text, out var value))
            return value;

        throw Unreadable(start, "a date and time", text);
    }

    /// <summary>Reads a String value as an instant in ISO 8601. The result is in UTC, and text without an offset counts as UTC.</summary>
    public DateTimeOffset ReadDateTimeOffset() => new(DateTime.SpecifyKind(ReadDateTime(), DateTimeKind.Utc));

    /// <summary>Reads a String value as a date, <c>2026-11-20</c>.</summary>
    public DateOnly ReadDateOnly()
    {
        var start = position;
        var text = ReadText();
        if (IsoText.TryParseDate(text, out var value))
            return value;

        throw Unreadable(start, "a date", text);
    }

    /// <summary>Reads a String value as a time of day, <c>13:05:00.0000000</c>.</summary>
    public TimeOnly ReadTimeOnly()
    {
        var start = position;
        var text = ReadText();
        if (IsoText.TryParseTime(text, out var value))
            return value;

        throw Unreadable(start, "a time of day", text);
    }

    /// <summary>Reads a Number value as a duration in seconds.</summary>
    /// <exception cref="ItemFormatException">It has more than seven decimals, or is beyond TimeSpan's range.</exception>
    public TimeSpan ReadTimeSpan()
    {
        const decimal most = long.MaxValue / (decimal)TimeSpan.TicksPerSecond;
        const decimal least = long.MinValue / (decimal)TimeSpan.TicksPerSecond;

        var start = position;
        var seconds = ReadDecimal();
        if (seconds is >= least and <= most)
        {
            var ticks = seconds * TimeSpan.TicksPerSecond;
            if (ticks == decimal.Truncate(ticks))
                return new TimeSpan((long)ticks);
        }

        var text = seconds.ToString(CultureInfo.InvariantCulture);
        throw new ItemFormatException(Path(start), "seconds with at most seven decimals", $"'{text}'");
    }

    /// <summary>Reads a Number value as an instant, from seconds since 1970.</summary>
    /// <exception cref="ItemFormatException">It is beyond the years 1 to 9999, or not a whole number of ticks.</exception>
    public DateTimeOffset ReadEpochSeconds()
    {
        var start = position;
        var seconds = ReadDecimal();
        if (seconds is >= EarliestEpochSecond and <= LatestEpochSecond)
            return DateTimeOffset.UnixEpoch.AddTicks((long)decimal.Floor(seconds * TimeSpan.TicksPerSecond));

        var text = seconds.ToString(CultureInfo.InvariantCulture);
        throw new ItemFormatException(Path(start), "seconds since 1970 between the years 1 and 9999", $"'{text}'");
    }
}
