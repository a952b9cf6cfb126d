using System.Globalization;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>
/// The change of a child that a place in a parent's map contains, as text: the sequence number with a fixed width, so that texts compare
/// as numbers do, and the time of a deletion.
/// </summary>
internal static class SourcePosition
{
    /// <summary>
    /// How long the position of a deleted child is kept. It only saves work: what is copied is what the table holds, and not what a record
    /// says, so that a record which arrives later finds no child either.
    /// </summary>
    public static readonly TimeSpan TombstoneLifetime = TimeSpan.FromDays(7);

    private const int Width = 40;
    private const char DeletedAt = '@';

    /// <summary>The position of a change.</summary>
    /// <param name="sequenceNumber">Its sequence number in the stream: digits.</param>
    public static string Of(string sequenceNumber) => sequenceNumber.PadLeft(Width, '0');

    /// <summary>The same position, of a child that does not exist.</summary>
    public static string Deleted(string position, DateTimeOffset at) => IsDeleted(position)
        ? position
        : string.Create(CultureInfo.InvariantCulture, $"{position}{DeletedAt}{at.ToUnixTimeSeconds()}");

    /// <summary>Whether the child did not exist.</summary>
    public static bool IsDeleted(string position) => position.Contains(DeletedAt);

    /// <summary>Whether a position is that of a change or of a later one.</summary>
    /// <param name="position">The stored position.</param>
    /// <param name="change">The position of the change.</param>
    public static bool Reaches(string position, string change) => string.CompareOrdinal(position, 0, change, 0, Width) >= 0;

    /// <summary>Whether a position of a deleted child is no longer needed.</summary>
    public static bool HasExpired(string position, DateTimeOffset now) =>
        IsDeleted(position)
        && long.TryParse(position.AsSpan(position.IndexOf(DeletedAt) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && now.ToUnixTimeSeconds() - seconds > (long)TombstoneLifetime.TotalSeconds;
}
