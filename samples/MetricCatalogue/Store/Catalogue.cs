using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Rules;

namespace MetricCatalogue.Store;

/// <summary>
/// The catalogue: metrics with their versions, and the dimensions that they refer to. It writes nothing that breaks a rule.
/// </summary>
internal sealed class Catalogue(CatalogueTables tables, TimeProvider time)
{
    private readonly MetricSaves saves = new(tables);

    /// <summary>Adds a dimension.</summary>
    public async Task AddDimensionAsync(string name, CancellationToken cancellationToken)
    {
        Names.Check(name);
        try
        {
            await tables.Dimensions.CreateAsync(new Dimension { Name = name }, cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw new CatalogueException($"There is a dimension '{name}' already.");
        }
    }

    /// <summary>Saves version 1 of a metric.</summary>
    public Task<Metric> CreateAsync(Metric metric, string by, CancellationToken cancellationToken) =>
        saves.CreateAsync(metric, by, cancellationToken);

    /// <summary>Saves a changed metric as its next version.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="change">The change. After a lost race it is applied to what the other writer saved.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="seen">The version that must be the latest one; null for whichever is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<Metric> UpdateAsync(
        string name, Func<Metric, Metric> change, string by, int? seen, CancellationToken cancellationToken) =>
        saves.ChangeAsync(name, latest => change(Active(latest)), by, seen, cancellationToken);

    /// <summary>
    /// Marks a metric as deprecated. It stays, and so do the metrics that consume it, but no other can consume it from now on.
    /// </summary>
    public Task<Metric> DeprecateAsync(string name, string reason, string by, int? seen, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return saves.ChangeAsync(
            name,
            latest => Active(latest) with { DeprecatedAt = now, DeprecatedBy = by, DeprecatedReason = reason },
            by,
            seen,
            cancellationToken);
    }

    /// <summary>Saves an older version as a new one, if it keeps the rules of today.</summary>
    public async Task<Metric> RestoreAsync(string name, int version, string by, CancellationToken cancellationToken)
    {
        var old = await GetAsync(name, version, cancellationToken);
        return await saves.ChangeAsync(
            name,
            latest => latest.Version == version
                ? throw new CatalogueException($"Version {version} of '{name}' is the latest one already.")
                : old with { CreatedAt = latest.CreatedAt, CreatedBy = latest.CreatedBy },
            by,
            seen: null,
            cancellationToken);
    }

    /// <summary>A metric as it is, or as a version.</summary>
    public async Task<Metric> GetAsync(string name, int? version, CancellationToken cancellationToken)
    {
        Names.Check(name);
        var history = Metric.History(name);
        if (version is not { } number)
            return await tables.Metrics.GetLatestAsync(history, consistentRead: true, cancellationToken) ?? throw MetricSaves.Missing(name);
        var found = number > 0 ? await tables.Metrics.GetVersionAsync(history, number, consistentRead: true, cancellationToken) : null;
        return found ?? throw new CatalogueException($"There is no version {version} of a metric '{name}'.");
    }

    /// <summary>All versions of a metric, from the first one on.</summary>
    public async Task<IReadOnlyList<Metric>> HistoryAsync(string name, CancellationToken cancellationToken)
    {
        Names.Check(name);
        var versions = await tables.Metrics.QueryVersions(Metric.History(name)).ConsistentRead().ToListAsync(cancellationToken);
        return versions.Count > 0 ? versions : throw MetricSaves.Missing(name);
    }

    /// <summary>The metrics of a kind as they are, in the order of their names. It reads an index, which may be a moment behind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="includesDeprecated">Whether to list deprecated metrics, too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<Metric>> ListAsync(MetricKind kind, bool includesDeprecated, CancellationToken cancellationToken)
    {
        var query = tables.Metrics.Query(Metric.Index.ByKind(kind));
        if (!includesDeprecated) query.Where(m => m.DeprecatedAt.NotExists());
        return await query.ToListAsync(cancellationToken);
    }

    /// <summary>The hybrid metrics that consume a metric. It reads all hybrid metrics of the index.</summary>
    public async Task<IReadOnlyList<Metric>> ConsumersAsync(string name, CancellationToken cancellationToken) =>
        await tables.Metrics.Query(Metric.Index.ByKind(MetricKind.Hybrid))
            .Where(m => m.ConsumedMetrics.Contains(name))
            .ToListAsync(cancellationToken);

    private static Metric Active(Metric metric) => metric.DeprecatedAt is null
        ? metric
        : throw new CatalogueException($"'{metric.Name}' is deprecated, and does not change. Restore one of its earlier versions first.");
}
