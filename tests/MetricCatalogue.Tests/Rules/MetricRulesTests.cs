using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Rules;

namespace MetricCatalogue.Tests.Rules;

/// <summary>What each kind of metric must have, and must not have.</summary>
public sealed class MetricRulesTests
{
    private static readonly Metric Primitive = new()
    {
        Name = "visits",
        ValueType = MetricValueType.Scalar,
        AggregationStyle = AggregationStyle.Sum,
        RelatedDimensions = ["country"],
    };

    private static readonly Metric Hybrid = new()
    {
        Name = "rate",
        ValueType = MetricValueType.Hybrid,
        AggregationStyle = AggregationStyle.LastDayOfPeriod,
        HybridFormula = "orders / visits",
        ConsumedMetrics = ["orders", "visits"],
    };

    [Fact]
    public void MetricsOfEachKind_Pass()
    {
        MetricRules.Check(Primitive);
        MetricRules.Check(Primitive with { ValueType = MetricValueType.WeightedAverage });
        MetricRules.Check(Primitive with { AggregationStyle = AggregationStyle.Percentile, AggregationParam = 99.9m });
        MetricRules.Check(Primitive with { ChainedMetric = "old", ChainCutoffDate = new DateOnly(2020, 1, 1) });
        MetricRules.Check(Hybrid);
        MetricRules.Check(Hybrid with { ChainedMetric = "old", ChainCutoffDate = new DateOnly(2020, 1, 1) });
    }

    [Fact]
    public void HybridMetric_HasAFormulaAndConsumedMetrics_AndNoDimensions()
    {
        Refuses(Hybrid with { RelatedDimensions = ["country"] }, "can't have dimensions");
        Refuses(Hybrid with { HybridFormula = null }, "needs a formula");
        Refuses(Hybrid with { ConsumedMetrics = null }, "needs the metrics that it consumes");
        Refuses(Hybrid with { ConsumedMetrics = [] }, "needs the metrics that it consumes");
        Refuses(Hybrid with { ConsumedMetrics = ["orders"] }, "uses 'visits' in its formula, but does not consume it");
        Refuses(Hybrid with { HybridFormula = "orders" }, "consumes 'visits', but does not use it");
        Refuses(Hybrid with { HybridFormula = "rate", ConsumedMetrics = ["rate"] }, "can't consume itself");
        Refuses(Hybrid with { HybridFormula = "orders /" }, "is expected");
    }

    [Fact]
    public void PrimitiveMetric_HasDimensions_AndNeitherFormulaNorConsumedMetrics()
    {
        Refuses(Primitive with { RelatedDimensions = null }, "needs at least one dimension");
        Refuses(Primitive with { RelatedDimensions = [] }, "needs at least one dimension");
        Refuses(Primitive with { ConsumedMetrics = ["orders"] }, "can't consume metrics");
        Refuses(Primitive with { HybridFormula = "orders" }, "can't have a formula");
    }

    [Fact]
    public void Percentile_HasAParameter_AndNothingElseDoes()
    {
        Refuses(Primitive with { AggregationStyle = AggregationStyle.Percentile }, "needs an aggregation parameter between 0 and 100");
        foreach (var outside in new[] { 0m, 100m, -1m })
            Refuses(Primitive with { AggregationStyle = AggregationStyle.Percentile, AggregationParam = outside }, "between 0 and 100");
        Refuses(Primitive with { AggregationParam = 99 }, "can't have an aggregation parameter");
    }

    [Fact]
    public void Chain_HasAMetricAndACutoff()
    {
        Refuses(Primitive with { ChainedMetric = "old" }, "both a chained metric and a cutoff");
        Refuses(Primitive with { ChainCutoffDate = new DateOnly(2020, 1, 1) }, "both a chained metric and a cutoff");
        Refuses(Primitive with { ChainedMetric = "visits", ChainCutoffDate = new DateOnly(2020, 1, 1) }, "can't be chained to itself");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a#b")]
    [InlineData("größe")]
    public void Name_ThatCantBeInAFormula_IsRefused(string name) => Refuses(Primitive with { Name = name }, "is not a name");

    [Fact]
    public void Name_HasALimit()
    {
        MetricRules.Check(Primitive with { Name = new string('a', 100) });
        Refuses(Primitive with { Name = new string('a', 101) }, "at most 100 characters");
    }

    [Fact]
    public void Kind_NeverChanges()
    {
        MetricRules.CheckChange(Primitive, Primitive with { ValueType = MetricValueType.Percentile });
        var refused = Assert.Throws<CatalogueException>(() => MetricRules.CheckChange(Primitive, Hybrid with { Name = "visits" }));
        Assert.Contains("'visits' is a primitive metric and stays that", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<CatalogueException>(() => MetricRules.CheckChange(Hybrid, Primitive));
        Assert.Contains("'rate' is a hybrid metric and stays that", refused.Message, StringComparison.Ordinal);
    }

    private static void Refuses(Metric metric, string why) =>
        Assert.Contains(why, Assert.Throws<CatalogueException>(() => MetricRules.Check(metric)).Message, StringComparison.Ordinal);
}
