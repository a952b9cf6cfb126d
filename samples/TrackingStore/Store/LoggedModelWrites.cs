using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>
/// Writes the tags, parameters and metrics of logged models, in transactions with the tally of their kind. So there are never more than
/// <see cref="Limits"/> allows, however many writers there are.
/// </summary>
internal sealed class LoggedModelWrites(TrackingTable table)
{
    // Each tag may have to be compared with an old value as long.
    private const int MaxTagsInTransaction = 48;

    // A transaction takes 100 items; one is the tally.
    private const int MaxInTransaction = 99;

    private readonly TallyWriter writer = new(table);
    private readonly PartSizes sizes = new(table);

    /// <summary>The tallies of what a model is created with.</summary>
    /// <param name="id">The id of the model.</param>
    /// <param name="name">The name of the model, for the errors.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <exception cref="TrackingException">They are too many.</exception>
    public IReadOnlyList<Put<TallyItem>> PutTallies(
        string id, string name, IEnumerable<NamedValue> tags, IReadOnlyList<NamedValue> parameters) =>
    [
        Put(TallyOfTags(id, name), [.. tags.Where(tag => tag.Name != Registrations.Tag)]),
        Put(TallyOfParams(id, name), parameters),
        Put(TallyOfMetrics(id), []),
    ];

    /// <summary>Sets tags, each of another name. If there are many, some may be set when the others find no room.</summary>
    public async Task SetTagsAsync(string id, IReadOnlyCollection<NamedValue> tags, CancellationToken cancellationToken)
    {
        foreach (var some in tags.Chunk(MaxTagsInTransaction))
            await WriteTagsAsync(id, some.ToDictionary(tag => tag.Name, tag => (string?)tag.Value), cancellationToken);
    }

    /// <summary>Deletes a tag; nothing happens if there is none.</summary>
    public Task DeleteTagAsync(string id, string name, CancellationToken cancellationToken) =>
        WriteTagsAsync(id, new Dictionary<string, string?> { [name] = null }, cancellationToken);

    /// <summary>Logs parameters, each of another name. One that has another value already stops all.</summary>
    public async Task LogParamsAsync(string id, IReadOnlyCollection<NamedValue> parameters, CancellationToken cancellationToken)
    {
        // Of more than fit into a transaction, none is written if one of the others differs already.
        if (parameters.Count > MaxInTransaction) RequireUnchanged(id, parameters, await FindParamsAsync(id, parameters, cancellationToken));
        foreach (var some in parameters.Chunk(MaxInTransaction))
        {
            await writer.WriteAsync(
                TallyOfParams(id, id),
                () => FindParamsAsync(id, some, cancellationToken),
                found => PlanParams(id, some, found),
                cancellationToken);
        }
    }

    /// <summary>
    /// Puts points of metrics of series that the model did not have a moment ago, each of another one, unless it has a later point now.
    /// </summary>
    public async Task AddMetricsAsync(string id, IEnumerable<LoggedModelMetricItem> metrics, CancellationToken cancellationToken)
    {
        foreach (var some in metrics.Chunk(MaxInTransaction))
        {
            var tries = 0;
            await writer.WriteAsync(
                TallyOfMetrics(id),
                // At first there are none. They are read if that turns out to be wrong.
                async () => tries++ == 0 ? [] : await FindMetricsAsync(some, cancellationToken),
                found => TallyStep.Of(
                    [.. some.Select(metric => StepOf(metric, found.GetValueOrDefault(metric.SeriesId))).OfType<TallyStep>()]),
                cancellationToken);
        }
    }

    private static async ValueTask<IReadOnlyList<T>> FindAsync<T>(
        DynamoTable<T> items, IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken)
        where T : class, IItem<T>
    {
        var found = await items.BatchGetAsync(keys, new BatchGetOptions { ConsistentRead = true }, cancellationToken);
        found.ThrowIfIncomplete();
        return found.Items;
    }

    private Task WriteTagsAsync(string id, Dictionary<string, string?> wanted, CancellationToken cancellationToken) => writer.WriteAsync(
        TallyOfTags(id, id),
        async () => (await FindAsync(
            table.LoggedModelTags, wanted.Keys.Select(name => LoggedModelTagItem.Key(id, name)), cancellationToken))
            .ToDictionary(tag => tag.Name, tag => tag.Value),
        old => TallyStep.Of([.. wanted
            .Where(tag => old.GetValueOrDefault(tag.Key) != tag.Value)
            .Select(tag => StepOf(id, tag.Key, tag.Value, old.GetValueOrDefault(tag.Key)))]),
        cancellationToken);

    private TallyStep StepOf(string id, string name, string? value, string? old)
    {
        var put = value is null ? null : table.LoggedModelTags.Put(new LoggedModelTagItem { ModelId = id, Name = name, Value = value });
        IWriteOperation write = put is null
            ? table.LoggedModelTags.Delete(LoggedModelTagItem.Key(id, name)).If(t => t.Value == old!)
            : old is null ? put.If(t => t.Value.NotExists()) : put.If(t => t.Value == old);
        if (name == Registrations.Tag) return new TallyStep(write, 0, 0);
        var (before, after) = (old is null ? 0 : NamedValue.BytesOf(name, old), value is null ? 0 : NamedValue.BytesOf(name, value));
        return new TallyStep(write, (value is null ? 0 : 1) - (old is null ? 0 : 1), after - before);
    }

    private async ValueTask<Dictionary<string, string>> FindParamsAsync(
        string id, IReadOnlyCollection<NamedValue> parameters, CancellationToken cancellationToken)
    {
        var keys = parameters.Select(parameter => LoggedModelParamItem.Key(id, parameter.Name));
        return (await FindAsync(table.LoggedModelParams, keys, cancellationToken)).ToDictionary(found => found.Name, found => found.Value);
    }

    private static void RequireUnchanged(
        string id, IReadOnlyCollection<NamedValue> parameters, Dictionary<string, string> found)
    {
        var changed = parameters.FirstOrDefault(parameter => found.GetValueOrDefault(parameter.Name, parameter.Value) != parameter.Value);
        if (changed is not null)
        {
            throw new TrackingException(
                new LoggedModelParamChanged(id, new ParamChange(changed.Name, found[changed.Name], changed.Value)));
        }
    }

    private TallyStep? PlanParams(string id, IReadOnlyCollection<NamedValue> parameters, Dictionary<string, string> found)
    {
        RequireUnchanged(id, parameters, found);
        return TallyStep.Of([.. parameters.Where(parameter => !found.ContainsKey(parameter.Name)).Select(parameter => new TallyStep(
            table.LoggedModelParams
                .Put(new LoggedModelParamItem { ModelId = id, Name = parameter.Name, Value = parameter.Value })
                .If(p => p.Value.NotExists()),
            1,
            parameter.Bytes))]);
    }

    private async ValueTask<Dictionary<string, LoggedModelMetricItem>> FindMetricsAsync(
        IEnumerable<LoggedModelMetricItem> metrics, CancellationToken cancellationToken)
    {
        var keys = metrics.Select(metric => LoggedModelMetricItem.Key(metric.ModelId, metric.SeriesId));
        return (await FindAsync(table.LoggedModelMetrics, keys, cancellationToken)).ToDictionary(found => found.SeriesId);
    }

    private TallyStep? StepOf(LoggedModelMetricItem metric, LoggedModelMetricItem? old)
    {
        if (old is null) return new TallyStep(table.LoggedModelMetrics.Put(metric).If(m => m.Rank.NotExists()), 1, metric.Bytes);
        // The series is its name, run and data set, so a later point is as long.
        return string.CompareOrdinal(old.Rank, metric.Rank) >= 0
            ? null
            : new TallyStep(table.LoggedModelMetrics.Put(metric).If(m => m.Rank == old.Rank), 0, 0);
    }

    private Tally TallyOfTags(string id, string name) => TallyOf(
        id, TallyItem.Tags, Limits.ModelTags, Limits.ModelTagBytes, new LoggedModelTagsFull(name), sizes.LoggedModelTagsAsync);

    private Tally TallyOfParams(string id, string name) => TallyOf(
        id, TallyItem.Params, Limits.ModelParams, Limits.ModelParamBytes, new LoggedModelParamsFull(name), sizes.ParamsAsync);

    private Tally TallyOfMetrics(string id) => TallyOf(
        id, TallyItem.Metrics, Limits.ModelMetrics, Limits.ModelMetricBytes, new LoggedModelMetricsFull(id), sizes.MetricsAsync);

    private Tally TallyOf(
        string id, string of, int max, long maxBytes, TrackingError full,
        Func<string, CancellationToken, Task<IReadOnlyList<long>>> sizesAsync) =>
        new(id, of, max, maxBytes, full, cancellationToken => sizesAsync(id, cancellationToken))
        {
            Owners =
            [
                new TallyOwner(
                    // A deleted one may be about to be removed.
                    table.LoggedModels.Check(LoggedModelItem.Key(id)).If(m => m.Lifecycle == LifecycleStage.Active),
                    new LoggedModelMissing(id)),
            ],
        };

    private Put<TallyItem> Put(Tally tally, IReadOnlyList<NamedValue> parts)
    {
        var item = new TallyItem { ModelId = tally.ModelId, Of = tally.Of, Count = parts.Count, Bytes = parts.Sum(part => part.Bytes) };
        return item.Count <= tally.Max && item.Bytes <= tally.MaxBytes
            ? table.Tallies.Put(item)
            : throw new TrackingException(tally.Full);
    }
}
