using System.Collections.Concurrent;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// The indexes of names, in which a search looks that asks for a part of a name. Every write of a name keeps them; whether they have the
/// names from before is an item of the table.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="isWanted">Whether searches may use them.</param>
internal sealed class NameIndex(TrackingTable table, bool isWanted)
{
    /// <summary>Whether searches use the indexes.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Finds out whether the indexes are complete.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) => IsUsed = isWanted
        && await table.NameIndexes.GetAsync(NameIndexItem.Key(NameIndexItem.Names), consistentRead: true, cancellationToken) is not null;

    /// <summary>Notes that the indexes are complete.</summary>
    public Task MarkCompleteAsync(CancellationToken cancellationToken) =>
        table.NameIndexes.PutAsync(new NameIndexItem { Name = NameIndexItem.Names }, cancellationToken);

    /// <summary>The experiments that have a name like that, and perhaps others.</summary>
    /// <param name="patterns">The patterns that the name matches.</param>
    /// <param name="max">The most that are read.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>Null if there are more, or if the index cannot help: then the list of experiments has to be read.</returns>
    public async Task<IReadOnlyList<ExperimentItem>?> FindExperimentsAsync(
        IReadOnlyList<NamePattern> patterns, int max, CancellationToken cancellationToken)
    {
        if (!IsUsed || patterns.Count == 0) return null;
        var found = await FindAsync(table.Experiments.Search(ExperimentItem.Trigrams.Name()), patterns, max, cancellationToken);
        return found.Count > max ? null : found;
    }

    /// <summary>
    /// The registered models that have a name like that, and perhaps others. All of them have always been in their index.
    /// </summary>
    /// <inheritdoc cref="FindExperimentsAsync"/>
    public async Task<IReadOnlyList<RegisteredModelItem>?> FindModelsAsync(
        IReadOnlyList<NamePattern> patterns, int max, CancellationToken cancellationToken)
    {
        if (!isWanted || patterns.Count == 0) return null;
        var found = await FindAsync(table.Models.Search(RegisteredModelItem.Trigrams.Name()), patterns, max, cancellationToken);
        return found.Count > max ? null : found;
    }

    /// <summary>The runs of some experiments that have a name like that, and perhaps others, in no order.</summary>
    /// <param name="experimentIds">The experiments.</param>
    /// <inheritdoc cref="FindExperimentsAsync"/>
    /// <param name="patterns"/>
    /// <param name="max"/>
    /// <param name="cancellationToken"/>
    public async Task<IReadOnlyList<RunItem>?> FindRunsAsync(
        IEnumerable<string> experimentIds, IReadOnlyList<NamePattern> patterns, int max, CancellationToken cancellationToken)
    {
        if (!IsUsed || patterns.Count == 0) return null;
        var found = new ConcurrentQueue<RunNameItem>();
        await Many.ForEachAsync(
            experimentIds.Where(ExperimentIds.IsValid).Distinct(),
            async (id, token) =>
            {
                if (found.Count > max) return;
                var search = table.RunNames.Search(RunNameItem.Trigrams.Name(id));
                foreach (var name in await FindAsync(search, patterns, max, token)) found.Enqueue(name);
            },
            cancellationToken);
        if (found.Count > max) return null;
        var runs = await table.Runs.BatchGetAsync(found.Select(name => RunItem.Key(name.RunId)), cancellationToken);
        runs.ThrowIfIncomplete();
        return runs.Items;
    }

    private static Task<List<T>> FindAsync<T>(
        Search<T> search, IReadOnlyList<NamePattern> patterns, int max, CancellationToken cancellationToken)
        where T : IItem<T>
    {
        foreach (var pattern in patterns) pattern.Restrict(search);
        // One more than is wanted shows that there are too many.
        return search.Limit(max + 1).ToListAsync(cancellationToken);
    }
}
