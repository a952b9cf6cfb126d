using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.TestKit;

/// <summary>A test source with marked spans: <c>[|text|]</c> or <c>{|DTK0001:text|}</c>; spans may nest.</summary>
/// <param name="Text">The source without the marks.</param>
/// <param name="Spans">The marked spans, in the order in which they begin.</param>
public sealed record MarkupSource(string Text, IReadOnlyList<MarkupSpan> Spans)
{
    /// <summary>Takes the marks out of a source.</summary>
    public static MarkupSource Parse(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string? Id, int Start)>();
        var spans = new List<MarkupSpan>();
        var i = 0;
        while (i < markup.Length)
        {
            if (Starts(markup, i, "[|"))
            {
                open.Push((null, text.Length));
                i += 2;
            }
            else if (Starts(markup, i, "{|") && markup.IndexOf(':', i) is var colon and > 0 && IsId(markup.AsSpan(i + 2, colon - i - 2)))
            {
                open.Push((markup[(i + 2)..colon], text.Length));
                i = colon + 1;
            }
            else if (open.Count > 0 && Starts(markup, i, open.Peek().Id is null ? "|]" : "|}"))
            {
                var (id, start) = open.Pop();
                spans.Add(new MarkupSpan(id, TextSpan.FromBounds(start, text.Length)));
                i += 2;
            }
            else
            {
                text.Append(markup[i]);
                i++;
            }
        }

        return open.Count == 0
            ? new MarkupSource(text.ToString(), [.. spans.OrderBy(span => span.Span.Start).ThenBy(span => span.Id, StringComparer.Ordinal)])
            : throw new FormatException("A marked span has no end.");
    }

    private static bool Starts(string markup, int index, string mark) => string.CompareOrdinal(markup, index, mark, 0, mark.Length) == 0;

    private static bool IsId(ReadOnlySpan<char> text) => text is not "" && !text.ContainsAnyExcept(Letters);

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
}
