using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>Reads some metrics, parameters and tags of many runs, up to a hundred values with each request.</summary>
internal sealed class RunColumns(TrackingTable table)
{
    private const int KeysInRequest = 100;
    private static readonly BatchGetOptions Consistent = new() { ConsistentRead = true };

    /// <summary>The runs with what was logged to them under some names, in the order of the items.</summary>
    /// <param name="items">The runs' own items.</param>
    /// <param name="fields">The metrics, parameters and tags. Other fields are in the runs' own items.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<IReadOnlyList<LoggedRun>> LoadAsync(
        IReadOnlyCollection<RunItem> items, IEnumerable<RunField> fields, CancellationToken cancellationToken)
    {
        var names = fields.Where(CanBeLogged).Distinct().ToLookup(field => field.Property, field => field.Name);
        if (names.Count == 0) return [.. items.Select(item => new LoggedRun(item, []))];
        var parts = await Many.MapAsync(
            [.. items.Chunk(KeysInRequest)], (part, token) => LoadPartAsync(part, names, token), cancellationToken);
        return [.. parts.SelectMany(part => part)];
    }

    /// <summary>The own items of runs, whatever their stages, in no order; those that do not exist are left out.</summary>
    public async Task<IReadOnlyList<RunItem>> FindAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = await table.Runs.BatchGetAsync(
            ids.Where(RunIds.IsValid).Distinct().Select(RunItem.Key), Consistent, cancellationToken);
        found.ThrowIfIncomplete();
        return found.Items;
    }

    private async ValueTask<LoggedRun[]> LoadPartAsync(
        RunItem[] items, ILookup<RunProperty, string> names, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, List<RunDataItem>>(items.Length);
        foreach (var item in items) data.TryAdd(item.RunId, []);
        IEnumerable<ItemKey<T>> Keys<T>(RunProperty property, Func<string, string, ItemKey<T>> keyOf) where T : IItem<T> =>
            names[property].SelectMany(name => data.Keys.Select(id => keyOf(id, name)));

        var found = await Task.WhenAll(
        [
            .. ReadAsync(table.LatestMetrics, Keys(RunProperty.Metric, LatestMetricItem.Key), cancellationToken),
            .. ReadAsync(table.RunParams, Keys(RunProperty.Param, RunParamItem.Key), cancellationToken),
            .. ReadAsync(table.RunTags, Keys(RunProperty.Tag, RunTagItem.Key), cancellationToken),
        ]);
        foreach (var one in found.SelectMany(part => part)) data[one.RunId].Add(one.ToData());
        return Array.ConvertAll(items, item => new LoggedRun(item, data[item.RunId]));
    }

    private static IEnumerable<Task<IReadOnlyList<IRunData>>> ReadAsync<T>(
        DynamoTable<T> table, IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken)
        where T : class, IItem<T>, IRunData =>
        keys.Chunk(KeysInRequest).Select(chunk => ReadAsync(table, chunk, cancellationToken));

    private static async Task<IReadOnlyList<IRunData>> ReadAsync<T>(
        DynamoTable<T> table, ItemKey<T>[] keys, CancellationToken cancellationToken)
        where T : class, IItem<T>, IRunData
    {
        var batch = await table.BatchGetAsync(keys, Consistent, cancellationToken);
        batch.ThrowIfIncomplete();
        return batch.Items;
    }

    /// <summary>Whether anything can have the name. A longer one was never logged, and does not fit into a key.</summary>
    private static bool CanBeLogged(RunField field) => field.Name.Length > 0 && field.Property switch
    {
        RunProperty.Metric => !Limits.ExceedsMetricName(field.Name),
        RunProperty.Param or RunProperty.Tag => !Limits.Exceeds(field.Name, Limits.TagName),
        _ => false,
    };
}
