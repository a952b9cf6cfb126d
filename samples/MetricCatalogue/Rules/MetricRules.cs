using MetricCatalogue.Errors;
using MetricCatalogue.Model;

namespace MetricCatalogue.Rules;

/// <summary>What holds for a metric alone, whatever else is in the catalogue.</summary>
internal static class MetricRules
{
    /// <summary>Refuses a metric that breaks a rule.</summary>
    public static void Check(Metric metric)
    {
        Names.Check(metric.Name);
        if (metric.Kind is MetricKind.Hybrid) CheckHybrid(metric);
        else CheckPrimitive(metric);
        CheckAggregation(metric);
        CheckChain(metric);
    }

    /// <summary>Refuses a change that no version of a metric may make.</summary>
    public static void CheckChange(Metric before, Metric after)
    {
        if (before.Kind == after.Kind) return;
        throw new CatalogueException(
            $"'{before.Name}' is {Of(before.Kind)} and stays that, because others rely on it. Create a metric with another name.");
    }

    private static string Of(MetricKind kind) => kind is MetricKind.Hybrid ? "a hybrid metric" : "a primitive metric";

    private static void CheckHybrid(Metric metric)
    {
        if (metric.RelatedDimensions is { Count: > 0 })
            throw Broken(metric, "is a hybrid metric, so it can't have dimensions: those of the metrics that it consumes apply.");
        if (metric.HybridFormula is not { Length: > 0 } formula)
            throw Broken(metric, "is a hybrid metric, so it needs a formula.");
        if (metric.ConsumedMetrics is not { Count: > 0 } consumed)
            throw Broken(metric, "is a hybrid metric, so it needs the metrics that it consumes.");
        if (consumed.Contains(metric.Name))
            throw Broken(metric, "can't consume itself.");

        var used = Formula.MetricsIn(formula);
        if (used.Except(consumed).FirstOrDefault() is { } missing)
            throw Broken(metric, $"uses '{missing}' in its formula, but does not consume it.");
        if (consumed.Except(used).FirstOrDefault() is { } unused)
            throw Broken(metric, $"consumes '{unused}', but does not use it in its formula.");
    }

    private static void CheckPrimitive(Metric metric)
    {
        if (metric.ConsumedMetrics is { Count: > 0 })
            throw Broken(metric, "is a primitive metric, so it can't consume metrics. Only hybrid metrics do.");
        if (metric.HybridFormula is not null)
            throw Broken(metric, "is a primitive metric, so it can't have a formula. Only hybrid metrics have one.");
        if (metric.RelatedDimensions is not { Count: > 0 })
            throw Broken(metric, "is a primitive metric, so it needs at least one dimension.");
    }

    private static void CheckAggregation(Metric metric)
    {
        if (metric.AggregationStyle is not AggregationStyle.Percentile)
        {
            if (metric.AggregationParam is not null)
                throw Broken(metric, "is not aggregated as a percentile, so it can't have an aggregation parameter.");
        }
        else if (metric.AggregationParam is not (> 0 and < 100))
        {
            throw Broken(metric, "is aggregated as a percentile, so it needs an aggregation parameter between 0 and 100.");
        }
    }

    private static void CheckChain(Metric metric)
    {
        if (metric.ChainedMetric is null != metric.ChainCutoffDate is null)
            throw Broken(metric, "needs both a chained metric and a cutoff date, or neither.");
        if (metric.ChainedMetric == metric.Name)
            throw Broken(metric, "can't be chained to itself.");
    }

    private static CatalogueException Broken(Metric metric, string why) => new($"'{metric.Name}' {why}");
}
