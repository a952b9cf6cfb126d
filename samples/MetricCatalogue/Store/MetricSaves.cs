using DynamoToolkit;
using MetricCatalogue.Errors;
using MetricCatalogue.Model;
using MetricCatalogue.Rules;

namespace MetricCatalogue.Store;

/// <summary>Saves versions of metrics, after it has checked them.</summary>
internal sealed class MetricSaves(CatalogueTables tables)
{
    private const int MaxAttempts = 20;

    private readonly References references = new(tables);

    /// <summary>Saves version 1 of a metric.</summary>
    public async Task<Metric> CreateAsync(Metric metric, string by, CancellationToken cancellationToken)
    {
        MetricRules.Check(metric);
        for (var attempt = 1; ; attempt++)
        {
            var required = await references.CheckAsync(metric, before: null, cancellationToken);
            try
            {
                return await SaveAsync(metric, expected: 0, required, by, cancellationToken);
            }
            catch (VersionConflictException conflict)
            {
                throw new CatalogueException(
                    $"There is a metric '{metric.Name}' already, at version {conflict.ActualVersion}. "
                    + "Update that one, or choose another name.");
            }
            catch (TransactWriteCanceledException canceled) when (attempt < MaxAttempts && required.Failed(canceled))
            {
                // A metric that this one refers to has changed meanwhile. Check again; the check finds whether that matters.
            }
        }
    }

    /// <summary>Reads the latest version, changes and checks it, and saves it as the next one.</summary>
    /// <param name="name">The metric.</param>
    /// <param name="change">The change.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="seen">The version that must be the latest one; null for whichever is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Metric> ChangeAsync(
        string name, Func<Metric, Metric> change, string by, int? seen, CancellationToken cancellationToken)
    {
        Names.Check(name);
        for (var attempt = 1; ; attempt++)
        {
            var latest = await tables.Metrics.GetLatestAsync(Metric.History(name), consistentRead: true, cancellationToken)
                ?? throw Missing(name);
            if (seen is not null && seen != latest.Version) throw Changed(latest, seen.Value);
            var changed = change(latest);
            MetricRules.Check(changed);
            MetricRules.CheckChange(latest, changed);
            var required = await references.CheckAsync(changed, latest, cancellationToken);
            try
            {
                return await SaveAsync(changed, latest.Version, required, by, cancellationToken);
            }
            catch (VersionConflictException) when (attempt < MaxAttempts)
            {
                // Another writer was first. Apply the change to what that one saved, unless the user wants to see it before.
            }
            catch (TransactWriteCanceledException canceled) when (attempt < MaxAttempts && required.Failed(canceled))
            {
                // A metric that this one refers to has changed meanwhile.
            }
        }
    }

    /// <summary>The error for a metric that does not exist.</summary>
    public static CatalogueException Missing(string name) => new($"There is no metric '{name}'.");

    private static CatalogueException Changed(Metric latest, int seen) => new(FormattableString.Invariant(
        $"'{latest.Name}' is at version {latest.Version}, which {latest.UpdatedBy} saved at {latest.UpdatedAt:yyyy-MM-dd HH:mm}, but you ")
        + $"expect version {seen}. Look at it, and try again with --if-version {latest.Version}.");

    private async Task<Metric> SaveAsync(
        Metric metric, int expected, RequiredState required, string by, CancellationToken cancellationToken)
    {
        var save = tables.Metrics.SaveVersion(metric).IfLatestVersion(expected).By(by);
        return (await required.AddTo(save).ExecuteAsync(cancellationToken)).Item;
    }
}
