using System.Text.RegularExpressions;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;

namespace TrackingStore.Pages.Runs;

/// <summary>What is typed into the search of runs: a filter of MLflow's language, or plain words, which are a part of the name.</summary>
internal static partial class PlainWords
{
    /// <summary>Reads what was typed.</summary>
    public static RunFilter ToFilter(string typed) => Words().IsMatch(typed) && !Keywords().IsMatch(typed)
        ? new RunFilter([new(new RunField(RunProperty.Name), new Comparison(Operator.LikeIgnoringCase, [$"%{typed.Trim()}%"]))])
        : RunFilterParser.Parse(typed);

    // Every filter has an operator, a dot or a keyword.
    [GeneratedRegex(@"^\s*[\p{L}\p{N}_\-]+(\s+[\p{L}\p{N}_\-]+)*\s*$")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(AND|OR|NOT|LIKE|ILIKE|RLIKE|IN|IS|NULL)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Keywords();
}
