using System.Net;
using System.Text.RegularExpressions;

namespace TrackingStore.Tests.Support;

/// <summary>Finds parts of pages.</summary>
internal static class PageParts
{
    /// <summary>What the group of a pattern has matched, each time, decoded.</summary>
    public static IReadOnlyList<string> All(PageAnswer page, string pattern) =>
        [.. Regex.Matches(page.Text, pattern).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
}
