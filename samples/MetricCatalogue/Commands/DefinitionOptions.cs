using System.CommandLine;
using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Rules;

namespace MetricCatalogue.Commands;

/// <summary>The options that define a metric.</summary>
internal sealed class DefinitionOptions
{
    private readonly Option<MetricValueType?> valueType = Values.Choice<MetricValueType>("--value-type", "What a value is:");

    private readonly Option<AggregationStyle?> aggregation =
        Values.Choice<AggregationStyle>("--aggregation", "How the values of a period become one:");

    private readonly Option<decimal?> parameter = Values.Number("--parameter", "Which percentile, if the aggregation is one.");

    private readonly Option<HashSet<string>?> dimensions = Values.List("--dimensions", "The dimensions of a primitive metric.");

    private readonly Option<string?> formula = new("--formula")
    {
        Description = "The formula of a hybrid metric: names of metrics and numbers with + - * / and parentheses.",
        HelpName = "TEXT",
    };

    private readonly Option<HashSet<string>?> consumes =
        Values.List("--consumes", "The metrics that a hybrid metric consumes. Default: those of its formula.");

    private readonly Option<string?> chain = new("--chain")
    {
        Description = "The metric that has the data from before the cutoff; none to remove it.",
        HelpName = "NAME",
    };

    private readonly Option<DateOnly?> cutoff = Values.Day("--cutoff", "The first day whose data is in the metric itself.");

    private Option[] All => [valueType, aggregation, parameter, dimensions, formula, consumes, chain, cutoff];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All) command.Options.Add(option);
    }

    /// <summary>Whether a command line has any of the options.</summary>
    public bool AreIn(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is not null);

    /// <summary>The metric that a command line defines.</summary>
    public Metric Create(ParseResult parsed, string name) => Apply(parsed, new Metric
    {
        Name = name,
        ValueType = parsed.GetValue(valueType)
            ?? (parsed.GetResult(formula) is null ? MetricValueType.Scalar : MetricValueType.Hybrid),
        AggregationStyle = AggregationStyle.Sum,
    });

    /// <summary>A metric with the changes of a command line.</summary>
    public Metric Apply(ParseResult parsed, Metric metric)
    {
        if (parsed.GetValue(valueType) is { } type) metric = metric with { ValueType = type };
        if (parsed.GetValue(aggregation) is { } style) metric = metric with { AggregationStyle = style, AggregationParam = null };
        if (parsed.GetValue(parameter) is { } number) metric = metric with { AggregationParam = number };
        if (parsed.GetValue(dimensions) is { } related) metric = metric with { RelatedDimensions = related };
        if (parsed.GetValue(formula) is { } text)
            metric = metric with { HybridFormula = text, ConsumedMetrics = [.. Formula.MetricsIn(text)] };
        if (parsed.GetValue(consumes) is { } consumed) metric = metric with { ConsumedMetrics = consumed };
        return ApplyChain(parsed, metric);
    }

    private Metric ApplyChain(ParseResult parsed, Metric metric) => (parsed.GetValue(chain), parsed.GetValue(cutoff)) switch
    {
        ("none", null) => metric with { ChainedMetric = null, ChainCutoffDate = null },
        ("none", _) => throw new CatalogueException("Without a chain there is no cutoff: leave out --cutoff."),
        (var name, var day) => metric with
        {
            ChainedMetric = name ?? metric.ChainedMetric,
            ChainCutoffDate = day ?? metric.ChainCutoffDate,
        },
    };
}
