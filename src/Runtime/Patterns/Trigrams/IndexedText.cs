using System.Security.Cryptography;
using System.Text;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>What an item has in one index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Key">With what the postings' partition keys begin; null if the item is in no scope.</param>
/// <param name="Text">The text; null if it has none.</param>
/// <param name="Stamp">Which write made the postings.</param>
/// <param name="Expires">When the item expires, in seconds since 1970; null for never.</param>
internal sealed record IndexedText(TrigramIndex Index, string? Key, string? Text, TrigramStamp Stamp, long? Expires)
{
    /// <summary>Whether the item belongs into the index.</summary>
    public bool IsIndexed => Key is not null && Text is not null;

    /// <summary>Whether the postings of another text would say the same, so that no write is needed.</summary>
    public bool HasPostingsOf(IndexedText other) =>
        (Stamp.IsOf(TextFold.Version) && Key == other.Key && IsTextOf(other) && Expires == other.Expires)
        || (Index.Upkeep is TrigramUpkeep.Stream && !IsIndexed && !other.IsIndexed);

    /// <summary>The postings, if there are any.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="owner">The item's key.</param>
    /// <exception cref="Wire.InvalidAttributeValueException">The text has half of a surrogate pair.</exception>
    public IReadOnlyList<Posting<T>> Postings<T>(ItemKey<T> owner)
        where T : IItem<T> =>
        Key is not null && Text is not null && Stamp.Text is { } stamp
            ? TrigramPostings<T>.Of(Index.Text.AttributeName, Key, Text, owner, stamp, Expires)
            : [];

    /// <summary>
    /// What a ledger holds of a text: the text itself or, for one so long that its posting does not hold it, a long text with a hash. Both
    /// have postings with the same keys.
    /// </summary>
    public static string Shortened(string text) =>
        text.Length > PostingText.MaxStored && PostingText.IsLong(TextFold.Of(text))
            ? new string('.', PostingText.MaxIndexed + 1) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
            : text;

    private bool IsTextOf(IndexedText other) =>
        Text == other.Text || (other.Text is { Length: > PostingText.MaxStored } text && Text == Shortened(text));
}
