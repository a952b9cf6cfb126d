using System.Globalization;
using System.IO.Hashing;
using System.Text;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>The change of a child that a place in a parent's map contains, as it is stored beside the map.</summary>
/// <param name="Change">The change: its sequence number with a fixed width, and a hash of its record's id.</param>
/// <param name="DeletedAt">When the child was found not to exist, in seconds since 1970; null for one that exists.</param>
/// <param name="Number">How many times the map had been written before. So no two writes of a place leave the same text.</param>
internal readonly record struct SourcePosition(string Change, long? DeletedAt, long Number)
{
    /// <summary>
    /// How long the position of a deleted child is kept. It only saves work: what is copied is what the table holds, and not what a record
    /// says, so that a record which arrives later finds no child either.
    /// </summary>
    public static readonly TimeSpan TombstoneLifetime = TimeSpan.FromDays(7);

    private const char BeforeDeletedAt = '@';
    private const char BeforeNumber = '#';

    /// <summary>
    /// The text of a change. The numbers of a stream that was disabled and enabled again begin anew, and only the ids of records never come
    /// again.
    /// </summary>
    public static string Of(SequenceNumber number, string eventId) => string.Create(
        CultureInfo.InvariantCulture, $"{number.ToPaddedString()}:{XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(eventId)):x8}");

    /// <summary>Reads a stored position.</summary>
    /// <exception cref="FormatException">The text is not a position.</exception>
    public static SourcePosition Parse(string text)
    {
        var number = text.LastIndexOf(BeforeNumber);
        var deleted = text.IndexOf(BeforeDeletedAt);
        if (number < 0 || deleted > number)
            throw new FormatException($"'{text}' is not the position of a change, which only materializers write.");
        return new SourcePosition(
            text[..(deleted < 0 ? number : deleted)],
            deleted < 0 ? null : Read(text.AsSpan(deleted + 1, number - deleted - 1)),
            Read(text.AsSpan(number + 1)));
    }

    /// <summary>The same position, of a child that does not exist.</summary>
    public SourcePosition Deleted(DateTimeOffset at) => this with { DeletedAt = DeletedAt ?? at.ToUnixTimeSeconds() };

    /// <summary>Whether it is that of a deleted child, and no longer needed.</summary>
    public bool HasExpired(DateTimeOffset now) =>
        DeletedAt is { } seconds && now.ToUnixTimeSeconds() - seconds > (long)TombstoneLifetime.TotalSeconds;

    /// <summary>The position as it is stored.</summary>
    public override string ToString() => DeletedAt is { } seconds
        ? string.Create(CultureInfo.InvariantCulture, $"{Change}{BeforeDeletedAt}{seconds}{BeforeNumber}{Number}")
        : string.Create(CultureInfo.InvariantCulture, $"{Change}{BeforeNumber}{Number}");

    private static long Read(ReadOnlySpan<char> digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
