using System.Security.Cryptography;
using System.Text;
using TrackingStore.Errors;

namespace TrackingStore.Store;

/// <summary>A search as the client wrote it. A page token is good only for the same search.</summary>
/// <param name="Experiments">The ids of the experiments.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Order">The order.</param>
internal sealed record SearchSource(string Experiments, string Filter, string Order)
{
    /// <summary>A token for a place in what the search finds.</summary>
    public string Encode(string kind, params ReadOnlySpan<string> place) =>
        PageTokens.Encode(kind, [Digest(Experiments), Digest(Filter), Digest(Order), .. place]);

    /// <summary>The place of a token, in <paramref name="count"/> parts; null where there is no token.</summary>
    public string[]? Decode(string kind, string? token, int count)
    {
        if (PageTokens.Decode(kind, token, count + 3) is not [var experiments, var filter, var order, .. var place]) return null;
        Require(experiments == Digest(Experiments), SearchPart.Experiments);
        Require(filter == Digest(Filter), SearchPart.Filter);
        Require(order == Digest(Order), SearchPart.Order);
        return place;
    }

    private static void Require(bool isSame, SearchPart part)
    {
        if (!isSame) throw new TrackingException(new TrackingError.PageTokenOfOther(part));
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
