using System.Text;

namespace TrackingStore.Pages.Artifacts;

/// <summary>Reads tables as text: CSV as RFC 4180 has it, and the same with another delimiter.</summary>
internal static class DelimitedText
{
    /// <summary>The rows of a table.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What is between the cells of a row.</param>
    /// <param name="isWhole">Whether the text is all of the table; otherwise its last row is left out, because it may be cut.</param>
    public static IEnumerable<IReadOnlyList<string>> Rows(string text, char delimiter, bool isWhole)
    {
        for (var at = 0; at < text.Length;)
        {
            var row = new List<string>();
            var isEnd = false;
            while (!isEnd) row.Add(Cell(text, delimiter, ref at, out isEnd));
            if (!isWhole && at >= text.Length) yield break;
            yield return row;
        }
    }

    private static string Cell(string text, char delimiter, ref int at, out bool isEnd)
    {
        var cell = new StringBuilder();
        var isQuoted = at < text.Length && text[at] == '"';
        if (isQuoted) at++;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == delimiter)
            {
                at++;
                isEnd = false;
                return cell.ToString();
            }
            else if (c == '\n')
            {
                at++;
                break;
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        isEnd = true;
        return cell.ToString();
    }
}
