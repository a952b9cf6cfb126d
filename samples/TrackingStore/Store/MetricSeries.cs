using System.Runtime.CompilerServices;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.History;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Reads the series of metrics: chains of items, each of which names the place where the next one begins. What moves goes from an item to
/// later ones only, so a reader that goes forward misses nothing; and it sees a gap, should a read ever show one.
/// </summary>
internal sealed class MetricSeries(TrackingTable table)
{
    /// <summary>How often a gap is looked at before it is an error.</summary>
    public const int MaxTries = 10;

    private const int WaitMilliseconds = 20;
    private static readonly string First = HistoryPlace.First.ToString();

    /// <summary>The item of a level that a place belongs to; null if the level has none.</summary>
    public Task<MetricSeriesItem?> FindAsync(
        string runId, string name, byte level, HistoryPlace place, CancellationToken cancellationToken) =>
        Query(runId, MetricSeriesItem.SortKey.AtMost(name, level, place.ToString())).Descending().FirstOrDefaultAsync(cancellationToken);

    /// <summary>The only item of the highest level, which stands for all points; null if the metric has no series.</summary>
    public Task<MetricSeriesItem?> FindTopAsync(string runId, string name, CancellationToken cancellationToken) =>
        Query(runId, MetricSeriesItem.SortKey.StartsWith(name)).Descending().FirstOrDefaultAsync(cancellationToken);

    /// <summary>The same, if it does stand for all points: it is alone on its level, from the first place on and without an end.</summary>
    /// <exception cref="DamagedHistoryException">Items are missing.</exception>
    public async Task<MetricSeriesItem?> FindWholeTopAsync(string runId, string name, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (await FindTopAsync(runId, name, cancellationToken) is not { } top) return null;
            if (top.From == First && top.To is null) return top;
            if (tries > MaxTries) throw await GapAsync(runId, name, $"on level {top.Level} at {top.To ?? First}", cancellationToken);
            await WaitAsync(tries, cancellationToken);
        }
    }

    /// <summary>Waits until a gap is looked at again.</summary>
    public static Task WaitAsync(int tries, CancellationToken cancellationToken) => Task.Delay(WaitMilliseconds * tries, cancellationToken);

    /// <summary>The items of a level, in order, from the one that a place belongs to.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">The metric.</param>
    /// <param name="level">The level.</param>
    /// <param name="from">The place.</param>
    /// <param name="until">The place before which the last item begins; null for all.</param>
    /// <param name="pageSize">How many items a request reads; null for as many as fit.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="DamagedHistoryException">Items are missing.</exception>
    public async IAsyncEnumerable<MetricSeriesItem> ReadAsync(
        string runId,
        string name,
        byte level,
        HistoryPlace from,
        HistoryPlace? until,
        int? pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var item = await FindAsync(runId, name, level, from, cancellationToken);
        if (item is null && await FindTopAsync(runId, name, cancellationToken) is null) yield break;
        var (end, tries) = (until?.ToString(), 0);
        if (item is not null) yield return Checked(item);
        for (var next = item is null ? First : item.To; next is not null && IsBefore(next, end);)
        {
            var found = 0;
            var query = Query(runId, Following(name, level, next, until));
            if (pageSize is { } size) query.PageSize(size);
            await foreach (var one in query.WithCancellation(cancellationToken))
            {
                if (one.From != next) break;
                yield return Checked(one);
                (next, tries, found) = (one.To, 0, found + 1);
                if (next is null) break;
            }

            if (next is null || found > 0) continue;
            if (++tries > MaxTries) throw await GapAsync(runId, name, $"on level {level} at {next}", cancellationToken);
            await WaitAsync(tries, cancellationToken);
        }
    }

    /// <summary>The error of a gap. A run that is removed loses its items one after the other; any other gap is damage.</summary>
    public async Task<Exception> GapAsync(string runId, string name, string where, CancellationToken cancellationToken)
    {
        if (await table.Runs.GetAsync(RunItem.Key(runId), consistentRead: true, cancellationToken) is null)
            return new TrackingException(new TrackingError.RunMissing(runId));

        return new DamagedHistoryException(
            $"The history of the metric '{name}' of run {runId} has a gap {where}. Restore the table from a backup.");
    }

    /// <summary>An item that ends where it begins would lead a reader to itself.</summary>
    private static MetricSeriesItem Checked(MetricSeriesItem item) => item.To is { } to && string.CompareOrdinal(to, item.From) <= 0
        ? throw new DamagedHistoryException(
            $"The item of level {item.Level} at {item.From} of the metric '{item.Name}' of run {item.RunId} ends at {to}, which is not " +
            "after its beginning. Restore the table from a backup.")
        : item;

    private static bool IsBefore(string place, string? end) => end is null || string.CompareOrdinal(place, end) < 0;

    private static SortKeyCondition<MetricSeriesItem> Following(string name, byte level, string from, HistoryPlace? until) =>
        until is { } end
            ? MetricSeriesItem.SortKey.Between(name, level, from, end.Previous().ToString())
            : MetricSeriesItem.SortKey.AtLeast(name, level, from);

    private Query<MetricSeriesItem> Query(string runId, SortKeyCondition<MetricSeriesItem> condition) =>
        table.MetricSeries.Query(MetricSeriesItem.Partition(runId), condition).ConsistentRead();
}
