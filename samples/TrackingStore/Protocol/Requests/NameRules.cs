using System.Globalization;
using System.Text;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Requests;

/// <summary>
/// The names that MLflow takes for metrics, parameters and tags: they may become file names, so they must be their own normal path.
/// </summary>
internal static class NameRules
{
    private const string MetricInWords = "Metric name";
    private const int MaxLength = 250;
    private const int MaxChecked = 4 * MaxLength;

    /// <summary>Refuses what cannot be the name of a metric, parameter or tag.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">The parameter that holds it, for the message.</param>
    /// <param name="inWords">What the message about its length calls it; null for the parameter.</param>
    public static void Require(string name, string parameter, string? inWords = null)
    {
        // As a path, a text of a million slashes is a million texts.
        if (name.Length > MaxChecked) Rules.RequireLength(name, inWords ?? parameter, MaxLength);
        if (!name.EnumerateRunes().All(IsAllowed))
        {
            throw Invalid(name, parameter,
                "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).");
        }

        RequirePath(name, parameter);
        Rules.RequireLength(name, inWords ?? parameter, MaxLength);
    }

    /// <summary>Refuses what cannot be the name of a metric: the name must also fit into the key of its history.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">The parameter that holds it, for the message.</param>
    public static void RequireMetric(string name, string parameter)
    {
        Require(name, parameter, MetricInWords);
        if (Limits.ExceedsMetricName(name))
        {
            throw MlflowException.Invalid(
                $"'{MetricInWords}' exceeds the maximum length of {Limits.MetricNameBytes} bytes in UTF-8. " +
                "Use a shorter name for the metric");
        }
    }

    /// <summary>Refuses what is not its own normal path.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameter">The parameter that holds it, for the message.</param>
    public static void RequirePath(string name, string parameter)
    {
        var normal = PosixPaths.Normalize(name);
        if (normal == name && normal is not "." && !normal.StartsWith("..", StringComparison.Ordinal) && !normal.StartsWith('/')) return;
        throw Invalid(name, parameter,
            "Names may be treated as files in certain cases, and must not resolve to other names when treated as such. " +
            $"This name would resolve to '{normal}'");
    }

    private static MlflowException Invalid(string name, string parameter, string rule) =>
        MlflowException.Invalid($"Invalid value \"{name}\" for parameter '{parameter}' supplied: {rule}");

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '/' or '_' or '.' or '-' or ' ' or ':' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
