using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// The page tokens of searches that OpenSearch answers. A token holds the last hit, and a tag over it and the search's index, scope and
/// words.
/// </summary>
/// <param name="client">The client, whose key may sign tokens.</param>
/// <param name="index">The name of the index in OpenSearch.</param>
/// <param name="scope">The scope.</param>
/// <param name="words">The words.</param>
internal sealed class SearchPlaces(ClientContext client, string index, string scope, IReadOnlyList<string> words)
{
    public PageToken Make(SearchHit last)
    {
        var place = Encoding.UTF8.GetBytes(last.ToText());
        using var token = WireBuffer.Rent(place.Length + PageTokenTag.Length);
        WriteTag(place, token);
        token.Write(place);
        return TextSearchTokens.Make(TextSearchEngine.OpenSearch, Base64Url.EncodeToString(token.WrittenSpan));
    }

    /// <exception cref="PageTokenException">The token is damaged, or was created for another search or engine.</exception>
    public SearchHit Open(PageToken token)
    {
        var text = TextSearchTokens.Open(token, TextSearchEngine.OpenSearch);
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length <= PageTokenTag.Length)
            throw new PageTokenException("The page token is damaged: its text is not that of a page token. Begin again at the first page.");

        var place = bytes.AsMemory(PageTokenTag.Length, length - PageTokenTag.Length);
        using var tag = WireBuffer.Rent(PageTokenTag.Length);
        WriteTag(place.Span, tag);
        if (!PageTokenTag.IsSame(tag.WrittenSpan, bytes.AsSpan(0, PageTokenTag.Length)))
        {
            throw new PageTokenException(
                "The page token is damaged, or was created for another search. "
                + "The table, scope and words must be the same. Begin again at the first page.");
        }

        try
        {
            return SearchHit.Parse(place, isRanked: true);
        }
        catch (FormatException error)
        {
            throw new PageTokenException(
                "The page token is damaged: it does not hold a place of this search. Begin again at the first page.", error);
        }
    }

    private void WriteTag(ReadOnlySpan<byte> place, WireBuffer tag)
    {
        using var message = WireBuffer.Rent();
        message.Write("opensearch"u8);
        foreach (var part in words.Prepend(scope).Prepend(index))
            message.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n{part.Length}:{part}")));
        message.Write("\n"u8);
        message.Write(place);
        PageTokenTag.Write(client, message.WrittenSpan, tag);
    }
}
