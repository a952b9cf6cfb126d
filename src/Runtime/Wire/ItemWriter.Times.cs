using System.Globalization;

namespace DynamoToolkit.Wire;

/// <content>Dates, times and identifiers: text of a fixed form.</content>
public ref partial struct ItemWriter
{
    private const int MaxTextBytes = 48;

    /// <summary>Writes a String attribute of a Guid: 32 lower case digits in five groups.</summary>
    /// <param name="prefix">The name and the opening: <c>,"id":{"S":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteGuid(scoped ReadOnlySpan<byte> prefix, Guid value) => WriteFormatted(prefix, value, "D");

    /// <summary>
    /// Writes a String attribute of a date and time: <c>2026-11-20T13:05:00.0000000Z</c>. Local time is converted to UTC; an unspecified
    /// kind has no <c>Z</c>.
    /// </summary>
    /// <param name="prefix">The name and the opening: <c>,"at":{"S":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteDateTime(scoped ReadOnlySpan<byte> prefix, DateTime value)
        => WriteFormatted(prefix, value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value, "O");

    /// <summary>Writes a String attribute of an instant, in UTC: <c>2026-11-20T13:05:00.0000000Z</c>.</summary>
    /// <param name="prefix">The name and the opening: <c>,"at":{"S":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteDateTimeOffset(scoped ReadOnlySpan<byte> prefix, DateTimeOffset value)
        => WriteFormatted(prefix, value.UtcDateTime, "O");

    /// <summary>Writes a String attribute of a date: <c>2026-11-20</c>.</summary>
    /// <param name="prefix">The name and the opening: <c>,"day":{"S":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteDateOnly(scoped ReadOnlySpan<byte> prefix, DateOnly value) => WriteFormatted(prefix, value, "O");

    /// <summary>Writes a String attribute of a time of day: <c>13:05:00.0000000</c>.</summary>
    /// <param name="prefix">The name and the opening: <c>,"opens":{"S":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteTimeOnly(scoped ReadOnlySpan<byte> prefix, TimeOnly value) => WriteFormatted(prefix, value, "O");

    /// <summary>Writes a Number attribute of a duration: seconds, with up to seven decimals.</summary>
    /// <param name="prefix">The name and the opening: <c>,"took":{"N":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteTimeSpan(scoped ReadOnlySpan<byte> prefix, TimeSpan value)
    {
        // A decimal holds every tick exactly, and a division by a power of ten leaves no trailing zeros.
        WriteNumber(prefix, value.Ticks / (decimal)TimeSpan.TicksPerSecond);
    }

    /// <summary>Writes a Number attribute of an instant: whole seconds since 1970, rounded down.</summary>
    /// <param name="prefix">The name and the opening: <c>,"expiresAt":{"N":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteEpochSeconds(scoped ReadOnlySpan<byte> prefix, DateTimeOffset value) => WriteNumber(prefix, value.ToUnixTimeSeconds());

    /// <summary>
    /// Writes a Number attribute of an instant: whole seconds since 1970, rounded down. Local time is converted to UTC; an unspecified
    /// kind counts as UTC.
    /// </summary>
    /// <param name="prefix">The name and the opening: <c>,"expiresAt":{"N":"</c>.</param>
    /// <param name="value">The value.</param>
    public void WriteEpochSeconds(scoped ReadOnlySpan<byte> prefix, DateTime value)
    {
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
        WriteEpochSeconds(prefix, new DateTimeOffset(utc));
    }

    /// <summary>Writes a Number attribute of whole seconds since 1970.</summary>
    /// <param name="prefix">The name and the opening: <c>,"expiresAt":{"N":"</c>.</param>
    /// <param name="seconds">The seconds.</param>
    /// <exception cref="InvalidAttributeValueException">They are beyond the years 1 to 9999; milliseconds of today are.</exception>
    public void WriteEpochSeconds(scoped ReadOnlySpan<byte> prefix, long seconds)
    {
        WriteRaw(prefix);
        if (seconds is < ItemReader.EarliestEpochSecond or > ItemReader.LatestEpochSecond)
            Fail(EpochRule(seconds));

        WriteInteger(seconds);
        WriteRaw("\"}"u8);
    }

    /// <inheritdoc cref="WriteEpochSeconds(ReadOnlySpan{byte}, long)"/>
    public void WriteEpochSeconds(scoped ReadOnlySpan<byte> prefix, ulong seconds)
        => WriteEpochSeconds(prefix, (long)Math.Min(seconds, long.MaxValue));

    /// <summary>Writes a String attribute of a value in one of .NET's formats, which has at most 48 bytes.</summary>
    internal void WriteFormatted<T>(scoped ReadOnlySpan<byte> prefix, T value, string format)
        where T : IUtf8SpanFormattable
    {
        WriteRaw(prefix);
        Need(MaxTextBytes);
        value.TryFormat(span[position..], out var written, format, CultureInfo.InvariantCulture);
        position += written;
        WriteRaw("\"}"u8);
    }

    private static string EpochRule(long seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"is {seconds}, which is beyond the years 1 to 9999 in seconds since 1970. "
        + $"Time to live counts seconds: divide milliseconds by 1,000.");
}
