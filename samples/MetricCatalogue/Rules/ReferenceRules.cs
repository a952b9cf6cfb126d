using MetricCatalogue.Errors;
using MetricCatalogue.Model;

namespace MetricCatalogue.Rules;

/// <summary>What holds between a metric and those that it takes data from.</summary>
internal static class ReferenceRules
{
    /// <summary>Refuses a reference to a metric that does not exist, or that has the wrong kind, or that is deprecated.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="name">The name that it newly refers to.</param>
    /// <param name="found">The metric with that name; null if there is none.</param>
    public static void CheckSource(Metric metric, string name, Metric? found)
    {
        if (found is null)
            throw new CatalogueException($"'{metric.Name}' refers to the metric '{name}', which does not exist. Create it first.");
        // A chain may lead to a deprecated metric: that one has the old data.
        if (metric.ConsumedMetrics?.Contains(name) is not true) return;
        if (found.Kind is MetricKind.Hybrid)
            throw new CatalogueException($"'{metric.Name}' can't consume '{name}', which is a hybrid metric. Consume primitive metrics.");
        if (found.DeprecatedAt is { } since)
        {
            throw new CatalogueException(FormattableString.Invariant(
                $"'{metric.Name}' can't consume '{name}', which is deprecated since {since:yyyy-MM-dd}: {found.DeprecatedReason}"));
        }
    }

    /// <summary>Refuses a circle of metrics that take data from each other.</summary>
    /// <param name="path">The names on the way back to the metric, from the metric on.</param>
    public static CatalogueException Circle(IEnumerable<string> path) =>
        new($"'{path.First()}' would take data from itself: {string.Join(" → ", path)}.");
}
