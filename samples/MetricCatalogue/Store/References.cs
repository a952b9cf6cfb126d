using DynamoToolkit;
using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Rules;

namespace MetricCatalogue.Store;

/// <summary>Checks what a new version of a metric newly refers to.</summary>
internal sealed class References(CatalogueTables tables)
{
    // A transaction takes 100 operations; two are the save.
    private const int MaxChecks = 98;

    /// <summary>
    /// Checks all new references of a version. The save has to require what this returns: that everything is still as it was read here. So
    /// two saves at the same time can't make a circle, and nobody consumes a metric that was deprecated a moment ago.
    /// </summary>
    /// <param name="metric">The new version.</param>
    /// <param name="before">The version before it; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CatalogueException">A reference breaks a rule.</exception>
    public async Task<RequiredState> CheckAsync(Metric metric, Metric? before, CancellationToken cancellationToken)
    {
        string[] sources = [.. metric.Sources.Except(before?.Sources ?? []).Order(StringComparer.Ordinal)];
        string[] dimensions = [.. (metric.RelatedDimensions ?? []).Except(before?.RelatedDimensions ?? [])];
        await CheckDimensionsAsync(metric, dimensions, cancellationToken);
        var found = await WalkAsync(metric, sources, cancellationToken);
        if (found.Count + dimensions.Length > MaxChecks)
        {
            throw new CatalogueException(
                $"'{metric.Name}' refers to {found.Count + dimensions.Length} metrics and dimensions, itself or through others, and "
                + $"{MaxChecks} is the maximum for one save.");
        }

        return new RequiredState([.. found.Select(one => CheckOf(metric, sources, one))], [.. dimensions.Select(CheckOf)]);
    }

    /// <summary>Reads the new sources and all metrics that these lead to, level by level, and refuses a way back to the metric.</summary>
    private async Task<IReadOnlyCollection<Metric>> WalkAsync(Metric metric, string[] sources, CancellationToken cancellationToken)
    {
        var level = await ReadAsync(sources, cancellationToken);
        foreach (var name in sources)
            ReferenceRules.CheckSource(metric, name, level.GetValueOrDefault(name));

        var found = new List<Metric>(level.Values);
        var cameFrom = sources.ToDictionary(static name => name, _ => metric.Name);
        while (level.Count > 0)
        {
            var next = new List<string>();
            foreach (var (from, to) in level.Values.SelectMany(static one => one.Sources.Select(to => (one.Name, to))))
            {
                if (to == metric.Name) throw ReferenceRules.Circle(PathTo(from, metric.Name, cameFrom).Append(to));
                if (cameFrom.TryAdd(to, from)) next.Add(to);
            }

            level = await ReadAsync([.. next], cancellationToken);
            found.AddRange(level.Values);
        }

        return found;
    }

    private static IEnumerable<string> PathTo(string name, string start, Dictionary<string, string> cameFrom) =>
        name == start ? [name] : PathTo(cameFrom[name], start, cameFrom).Append(name);

    private async Task<Dictionary<string, Metric>> ReadAsync(string[] names, CancellationToken cancellationToken)
    {
        if (names.Length == 0) return [];
        var keys = names.Select(static name => Metric.History(name).LatestKey);
        var read = await tables.Metrics.BatchGetAsync(keys, new BatchGetOptions { ConsistentRead = true }, cancellationToken);
        read.ThrowIfIncomplete();
        return read.Items.ToDictionary(static found => found.Name);
    }

    private async Task CheckDimensionsAsync(Metric metric, string[] names, CancellationToken cancellationToken)
    {
        if (names.Length == 0) return;
        var keys = names.Select(static name => Dimension.Key(name));
        var read = await tables.Dimensions.BatchGetAsync(keys, new BatchGetOptions { ConsistentRead = true }, cancellationToken);
        read.ThrowIfIncomplete();
        if (names.Except(read.Items.Select(static found => found.Name)).FirstOrDefault() is { } missing)
            throw new CatalogueException($"'{metric.Name}' refers to the dimension '{missing}', which does not exist. Add it first.");
    }

    /// <summary>The metric still takes data from where it did; if it is newly consumed, it is still not deprecated.</summary>
    private ConditionCheck<Metric> CheckOf(Metric metric, string[] sources, Metric seen)
    {
        var check = tables.Metrics.Check(Metric.History(seen.Name).LatestKey)
            .IfExists()
            .If(m => m.ChainedMetric == seen.ChainedMetric);
        if (seen.ConsumedMetrics is { } consumed)
            check.If(m => m.ConsumedMetrics.EqualTo(consumed));
        if (sources.Contains(seen.Name) && metric.ConsumedMetrics?.Contains(seen.Name) is true)
            check.If(m => m.DeprecatedAt.NotExists());
        return check;
    }

    private ConditionCheck<Dimension> CheckOf(string dimension) => tables.Dimensions.Check(Dimension.Key(dimension)).IfExists();
}
