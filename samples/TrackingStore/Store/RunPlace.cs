using System.Globalization;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>A place in the list of runs: behind a run.</summary>
internal sealed record RunPlace(long Recency, string RunId)
{
    private const string Kind = "newest";

    /// <summary>The token of the place behind a run.</summary>
    public static string TokenOf(RunItem last) =>
        PageTokens.Encode(Kind, last.Recency.ToString(CultureInfo.InvariantCulture), last.RunId);

    /// <summary>The place of a token; null where there is no token.</summary>
    public static RunPlace? Of(string? token)
    {
        if (PageTokens.Decode(Kind, token, 2) is not [var recency, var runId]) return null;
        return long.TryParse(recency, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && RunIds.IsValid(runId)
            ? new RunPlace(number, runId)
            : throw PageTokens.Unknown();
    }
}
