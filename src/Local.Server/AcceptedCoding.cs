using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace DynamoToolkit.Local.Server;

/// <summary>
/// Which compression a client accepts, as the service reads <c>Accept-Encoding</c>: only its first line, <c>q</c> wherever it first stands,
/// a quality that is not a number as 1, and <c>identity</c> never as a preference.
/// </summary>
internal static class AcceptedCoding
{
    private const string Quality = "q=";
    private const NumberStyles QualityStyle = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>The compression that the client prefers; null for none.</summary>
    public static ContentCoding? Of(StringValues acceptEncoding)
    {
        var named = new HashSet<ContentCoding>();
        double? others = null;
        (ContentCoding Coding, double Quality)? best = null;
        foreach (var entry in (acceptEncoding.Count > 0 ? acceptEncoding[0] : null)?.Split(',') ?? [])
        {
            var end = entry.IndexOf(';', StringComparison.Ordinal);
            var name = (end < 0 ? entry : entry[..end]).Trim();
            var quality = end < 0 ? 1 : QualityOf(entry.AsSpan(end + 1));
            if (name == "*")
                others = quality;

            if (ContentCodings.Find(name) is not { } coding)
                continue;

            named.Add(coding);
            best = Better(best, coding, quality);
        }

        // A star stands for those that are not named.
        foreach (var coding in ContentCodings.All)
        {
            if (others is { } quality && !named.Contains(coding))
                best = Better(best, coding, quality);
        }

        return best?.Coding;
    }

    // Of equal ones, the first.
    private static (ContentCoding Coding, double Quality)? Better(
        (ContentCoding Coding, double Quality)? best, ContentCoding coding, double quality) =>
        quality > (best?.Quality ?? 0) ? (coding, quality) : best;

    private static double QualityOf(ReadOnlySpan<char> parameters)
    {
        var start = parameters.IndexOf(Quality, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return 1;

        var text = parameters[(start + Quality.Length)..];
        if (text.IndexOf(';') is var end and >= 0)
            text = text[..end];
        return double.TryParse(text.Trim(), QualityStyle, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1) : 1;
    }
}
