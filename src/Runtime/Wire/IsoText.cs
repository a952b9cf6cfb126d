namespace DynamoToolkit.Wire;

/// <summary>Dates and times in ISO 8601, as this library and others write them.</summary>
internal static class IsoText
{
    private const int DateLength = 10;
    private const int ShortestTime = 8;

    // Two digits for hours, two for minutes, a sign and a colon.
    private const int OffsetLength = 6;

    /// <summary>
    /// Reads <c>2026-11-20T13:05:00</c>, with an optional fraction of a second and an optional <c>Z</c> or <c>+01:00</c>.
    /// </summary>
    public static bool TryParseDateTime(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length <= DateLength || text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryParseDate(text[..DateLength], out var date))
        {
            return false;
        }

        text = text[(DateLength + 1)..];
        if (!TryTakeOffset(ref text, out var offsetMinutes) || !TryParseTime(text, out var time))
            return false;

        if (offsetMinutes is not { } minutes)
        {
            value = date.ToDateTime(time);
            return true;
        }

        var ticks = date.ToDateTime(time).Ticks - minutes * TimeSpan.TicksPerMinute;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;

        value = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    /// <summary>Reads <c>2026-11-20</c>.</summary>
    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out var year)
            || !TryDigits(text.Slice(5, 2), out var month)
            || !TryDigits(text.Slice(8, 2), out var day))
        {
            return false;
        }

        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return false;

        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads <c>13:05:00</c>, with an optional fraction of at most seven significant digits.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (text.Length < ShortestTime || text[2] != ':' || text[5] != ':'
            || !TryDigits(text[..2], out var hour)
            || !TryDigits(text.Slice(3, 2), out var minute)
            || !TryDigits(text.Slice(6, 2), out var second))
        {
            return false;
        }

        if (hour > 23 || minute > 59 || second > 59 || !TryFraction(text[ShortestTime..], out var fraction))
            return false;

        value = new TimeOnly(hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute + second * TimeSpan.TicksPerSecond + fraction);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
            return true;
        if (text.Length < 2 || text[0] != '.')
            return false;

        var scale = TimeSpan.TicksPerSecond;
        foreach (var digit in text[1..])
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;

            scale /= 10;
            ticks += (digit - '0') * scale;

            // Beyond the precision of a tick, only zeros can be dropped without loss.
            if (scale == 0 && digit != '0')
                return false;
        }

        return true;
    }

    private static bool TryTakeOffset(ref ReadOnlySpan<byte> text, out long? minutes)
    {
        minutes = null;
        if (text.IsEmpty)
            return false;
        if (text[^1] is (byte)'Z' or (byte)'z')
        {
            minutes = 0;
            text = text[..^1];
            return true;
        }

        if (text.Length < OffsetLength || text[^OffsetLength] is not ((byte)'+' or (byte)'-'))
            return true;

        var offset = text[^OffsetLength..];
        text = text[..^OffsetLength];
        if (offset[3] != ':'
            || !TryDigits(offset.Slice(1, 2), out var hours) || !TryDigits(offset.Slice(4, 2), out var rest)
            || hours > 14 || rest > 59)
        {
            return false;
        }

        minutes = (hours * 60 + rest) * (offset[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;

            value = value * 10 + (digit - '0');
        }

        return true;
    }
}
