using TrackingStore.Protocol.Filters;
using TrackingStore.Search;

namespace TrackingStore.Pages.Runs;

/// <summary>An order as a text, with commas between its keys: <c>metrics.loss DESC, start_time</c>.</summary>
internal static class OrderText
{
    /// <summary>Reads an order; an empty one is the newest first.</summary>
    public static RunOrder Parse(string order) => RunOrderParser.Parse([.. Split(order)]);

    /// <summary>The parts between the commas that are not inside quotes.</summary>
    private static IEnumerable<string> Split(string order)
    {
        if (string.IsNullOrWhiteSpace(order)) yield break;
        var (start, quote) = (0, '\0');
        for (var i = 0; i < order.Length; i++)
        {
            var letter = order[i];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '`' or '"' or '\'')
            {
                quote = letter;
            }
            else if (letter == ',')
            {
                yield return order[start..i];
                start = i + 1;
            }
        }

        yield return order[start..];
    }
}
