using System.Buffers.Text;
using System.Text;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Creates and opens the page tokens of searches. A token holds the list that the search reads, the place in it, and a tag over both and
/// the search's table, scope and patterns.
/// </summary>
internal static class SearchTokens
{
    // Never part of a list's code points.
    private const char Separator = '\0';

    public static PageToken Make(SearchPlan plan, SearchPlace place)
    {
        var text = $"{(place.IsLong ? 'L' : 'T')}{place.List.Head}{Separator}{place.List.Tail}{Separator}{place.From}";
        var content = Encoding.UTF8.GetBytes(text);
        using var token = WireBuffer.Rent(content.Length + PageTokenTag.Length);
        WriteTag(plan, content, token);
        token.Write(content);
        return PageToken.Parse(Base64Url.EncodeToString(token.WrittenSpan));
    }

    /// <summary>Checks a token, and returns its place.</summary>
    /// <exception cref="PageTokenException">The token is damaged, or was created for another search.</exception>
    public static SearchPlace Open(PageToken token, SearchPlan plan)
    {
        var text = token.ToString();
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length <= PageTokenTag.Length)
            throw new PageTokenException("The page token is damaged: its text is not that of a page token. Begin again at the first page.");

        var content = bytes.AsSpan(PageTokenTag.Length, length - PageTokenTag.Length);
        using var tag = WireBuffer.Rent(PageTokenTag.Length);
        WriteTag(plan, content, tag);
        if (!PageTokenTag.IsSame(tag.WrittenSpan, bytes.AsSpan(0, PageTokenTag.Length)))
        {
            throw new PageTokenException(
                "The page token is damaged, or was created for another search. " +
                "The table, scope and patterns must be the same. Begin again at the first page.");
        }

        // Anyone can compute a checksum, so the place must be one of this search.
        var place = Parse(Encoding.UTF8.GetString(content));
        return place?.IsOf(plan.Lists) == true
            ? place.Value
            : throw new PageTokenException(
                "The page token is damaged: it does not hold a place of this search. Begin again at the first page.");
    }

    private static SearchPlace? Parse(string content) =>
        content.Split(Separator, 3) is [['L' or 'T', ..] list, var tail, var from]
            ? new SearchPlace(list[0] == 'L', new Gram(list[1..], tail), from.Length == 0 ? null : from)
            : null;

    private static void WriteTag(SearchPlan plan, ReadOnlySpan<byte> content, WireBuffer tag)
    {
        using var message = WireBuffer.Rent();
        message.Write("search\n"u8);
        message.Write(plan.Table.Utf8Name);
        foreach (var part in plan.Patterns.Select(static pattern => pattern.ToString()).Prepend(plan.Scope))
            message.Write(Encoding.UTF8.GetBytes($"\n{part.Length}:{part}"));
        message.Write("\n"u8);
        message.Write(content);
        PageTokenTag.Write(plan.Table.Client, message.WrittenSpan, tag);
    }
}
