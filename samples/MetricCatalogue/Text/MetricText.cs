using System.Globalization;
using MetricCatalogue.Model;

namespace MetricCatalogue.Text;

/// <summary>Metrics as people read them.</summary>
internal static class MetricText
{
    /// <summary>What defines a metric, as names and values; without its times and authors.</summary>
    public static IReadOnlyList<(string Name, string Value)> Definition(Metric metric)
    {
        List<(string Name, string? Value)> all =
        [
            ("value type", EnumText.Of(metric.ValueType)),
            ("aggregation", Aggregation(metric)),
            ("formula", metric.HybridFormula),
            ("consumes", List(metric.ConsumedMetrics)),
            ("dimensions", List(metric.RelatedDimensions)),
            ("chain", metric.ChainedMetric is { } chained ? $"{chained} before {Date(metric.ChainCutoffDate)}" : null),
            ("deprecated", metric.DeprecatedAt is { } at ? $"{Time(at)} by {metric.DeprecatedBy}: {metric.DeprecatedReason}" : null),
        ];
        return [.. all.Where(static one => one.Value is not null).Select(static one => (one.Name, one.Value!))];
    }

    /// <summary>A metric with all that is known of it, in several lines.</summary>
    public static IEnumerable<string> Sheet(Metric metric)
    {
        yield return $"{metric.Name}, version {metric.Version}, {EnumText.Of(metric.Kind)}";
        foreach (var (name, value) in Definition(metric))
            yield return Row(name, value);
        if (metric.CreatedBy is not null)
            yield return Row("created", $"{Time(metric.CreatedAt)} by {metric.CreatedBy}");
        yield return Row("saved", $"{Time(metric.UpdatedAt)} by {metric.UpdatedBy}");
    }

    /// <summary>A metric in one line of a list.</summary>
    public static string Line(Metric metric)
    {
        var deprecated = metric.DeprecatedAt is null ? "" : ", deprecated";
        var what = metric.HybridFormula ?? string.Join(", ", (metric.RelatedDimensions ?? []).Order(StringComparer.Ordinal));
        return $"  {metric.Name,-20} {EnumText.Of(metric.Kind),-10} v{metric.Version}, {Aggregation(metric)} of {what}{deprecated}";
    }

    /// <summary>A version in one line of a history.</summary>
    /// <param name="version">The version.</param>
    /// <param name="before">The one before it; null if that is unknown.</param>
    public static string Change(Metric version, Metric? before) =>
        $"  v{version.Version}  {Time(version.UpdatedAt)}  {version.UpdatedBy}: "
            + (before is null ? string.Join("; ", Definition(version).Select(Pair)) : Difference(before, version));

    private static string Difference(Metric before, Metric after)
    {
        var old = Definition(before).ToDictionary();
        var now = Definition(after).ToDictionary();
        string[] changes =
        [
            .. now.Where(one => old.GetValueOrDefault(one.Key) != one.Value).Select(static one => Pair((one.Key, one.Value))),
            .. old.Keys.Except(now.Keys).Select(static gone => $"no {gone}"),
        ];
        return changes.Length == 0 ? "nothing changed" : string.Join("; ", changes);
    }

    private static string Pair((string Name, string Value) one) => $"{one.Name} {one.Value}";

    private static string Row(string name, string value) => $"  {name,-12} {value}";

    private static string Aggregation(Metric metric) => metric.AggregationParam is { } parameter
        ? FormattableString.Invariant($"{EnumText.Of(metric.AggregationStyle)} {parameter}")
        : EnumText.Of(metric.AggregationStyle);

    private static string? List(IEnumerable<string>? names) =>
        names is null ? null : string.Join(", ", names.Order(StringComparer.Ordinal));

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
