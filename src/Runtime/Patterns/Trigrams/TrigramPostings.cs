using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>The postings of a text.</summary>
/// <typeparam name="T">The type of the items that have the texts.</typeparam>
internal static class TrigramPostings<T>
    where T : IItem<T>
{
    /// <summary>
    /// All postings of a text: one for each different trigram and one in the list of all texts, or only one in the list of long texts.
    /// </summary>
    /// <param name="attributeName">The attribute of the text, for errors.</param>
    /// <param name="key">With what the postings' partition keys begin: the index and the scope.</param>
    /// <param name="text">The text.</param>
    /// <param name="owner">The key of the item that has the text.</param>
    /// <param name="stamp">Which write makes them, without <c>#</c>. Postings of different stamps have different keys.</param>
    /// <param name="expires">When the item expires, in seconds since 1970; null for never.</param>
    /// <exception cref="InvalidAttributeValueException">The text has half of a surrogate pair.</exception>
    public static IReadOnlyList<Posting<T>> Of(
        string attributeName, string key, string text, ItemKey<T> owner, string stamp, long? expires)
    {
        string folded;
        try
        {
            folded = TextFold.Of(text);
        }
        catch (ArgumentException error)
        {
            throw new InvalidAttributeValueException(attributeName, $"can't be indexed. {error.Message}");
        }

        var ownerText = PostingSort.Of(owner);
        var bracketed = PostingText.Bracketed(folded);
        var kept = text == folded ? null : text;
        if (PostingText.IsLong(folded))
        {
            var holds = bracketed.Length <= PostingText.MaxStored;
            return [Make(PostingList.Long(key), "", holds ? bracketed : null, holds ? kept : null)];
        }

        Span<Trigram> buffer = stackalloc Trigram[PostingText.MaxIndexed];
        var count = TrigramTokens.Distinct(folded, buffer);
        var postings = new List<Posting<T>>(count + 1) { Make(PostingList.All(key), "", bracketed, kept) };
        foreach (var token in buffer[..count])
            postings.Add(Make(PostingList.Of(key, token.Head), token.Tail, bracketed, kept));
        return postings;

        Posting<T> Make(string list, string tail, string? stored, string? own) => new()
        {
            Key = list,
            Sort = PostingSort.Of(tail, ownerText, stamp),
            Owner = owner,
            Folded = stored,
            Text = own,
            Expires = expires,
        };
    }
}
