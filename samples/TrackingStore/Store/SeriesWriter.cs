using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.History;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Adds points to the series of metrics. An item is written only over the version that was read, and items that change together are written
/// in one transaction, so any number of writers may add the same points at the same time, and end anywhere.
/// </summary>
internal sealed class SeriesWriter(TrackingTable table, MetricSeries series, SeriesSizes sizes)
{
    private const int ItemsPerWrite = 4;
    private const int MaxWaitMilliseconds = 20;

    /// <summary>Adds points to a metric of a run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">The metric.</param>
    /// <param name="points">The points, sorted and distinct.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False if the run is gone.</returns>
    /// <exception cref="DamagedHistoryException">Items are missing.</exception>
    public async Task<bool> AddAsync(string runId, string name, HistoryPoint[] points, CancellationToken cancellationToken)
    {
        var most = ItemsPerWrite * sizes.PointsPerItem;
        for (var (next, gaps) = (0, 0); next < points.Length;)
        {
            var place = HistoryPlace.Of(points[next]);
            var item = await series.FindAsync(runId, name, 0, place, cancellationToken);
            var rest = points.AsMemory(next, Math.Min(most, points.Length - next));
            if (item?.End() is { } end) rest = rest[..PointSet.CountBefore(rest.Span, end)];
            switch (await TryAddAsync(runId, name, place, item, rest, cancellationToken))
            {
                case SeriesOutcome.Added:
                    (next, gaps) = (next + rest.Length, 0);
                    break;
                case SeriesOutcome.Overtaken:
                    gaps = 0;
                    await Task.Delay(Random.Shared.Next(MaxWaitMilliseconds), cancellationToken);
                    break;
                case SeriesOutcome.Gap when gaps < MetricSeries.MaxTries:
                    await MetricSeries.WaitAsync(++gaps, cancellationToken);
                    break;
                case SeriesOutcome.Gap:
                    var error = await series.GapAsync(runId, name, WhereIs(item, place), cancellationToken);
                    return error is DamagedHistoryException ? throw error : false;
                default:
                    return false;
            }
        }

        return true;
    }

    private async Task<SeriesOutcome> TryAddAsync(
        string runId,
        string name,
        HistoryPlace place,
        MetricSeriesItem? item,
        ReadOnlyMemory<HistoryPoint> added,
        CancellationToken cancellationToken)
    {
        // A new first item would hide that the one before the others is missing.
        if (item is null ? await series.FindTopAsync(runId, name, cancellationToken) is not null : !Covers(item, place))
            return SeriesOutcome.Gap;
        var known = item?.DecodePoints() ?? [];
        var points = PointSet.Union(known, added.Span);
        if (points.Length == known.Length) return SeriesOutcome.Added;
        var whole = item ?? Nothing(runId, name, 0);
        var pieces = SeriesPieces.Cut(points, sizes.PointsPerItem, isLast: whole.To is null);
        var puts = Replace(whole, [.. pieces.Select(piece => (HistoryPlace.Of(piece[0]), PointCodec.Encode(piece)))]);
        if (IsWhole(whole) && puts.Count == 1 && item is not null) return await TryPutAsync(puts[0], cancellationToken);

        var groups = pieces.Select((piece, i) => new BucketGroup(puts[i].Item.Begin(), Bucket.Summarize(piece))).ToList();
        while (!IsWhole(whole) || groups.Count > 1)
        {
            if (await RaiseAsync(whole, groups, cancellationToken) is not var (above, raised, written)) return SeriesOutcome.Gap;
            puts.AddRange(written);
            (whole, groups) = (above, raised);
        }

        return await TryPutAsync(runId, puts, cancellationToken);
    }

    /// <summary>Replaces the buckets of an item in the item above it.</summary>
    /// <returns>
    /// The item above as it was, its groups on the level above it, and what is to be written; null if it is missing.
    /// </returns>
    private async Task<(MetricSeriesItem Above, List<BucketGroup> Groups, List<(MetricSeriesItem Item, bool IsNew)> Puts)?> RaiseAsync(
        MetricSeriesItem below, List<BucketGroup> groups, CancellationToken cancellationToken)
    {
        var level = (byte)(below.Level + 1);
        var found = await series.FindAsync(below.RunId, below.Name, level, below.Begin(), cancellationToken);
        if (found is null ? !IsWhole(below) : !Covers(found, below.Begin())) return null;
        var above = found ?? Nothing(below.RunId, below.Name, level);
        var (from, end) = (below.Begin(), below.End());
        var old = found?.DecodeBuckets() ?? [];
        List<BucketGroup> all =
        [
            .. old.Where(group => group.From.CompareTo(from) < 0),
            .. groups,
            .. old.Where(group => end is { } place && group.From.CompareTo(place) >= 0),
        ];
        var pieces = SeriesPieces.Cut(all, sizes.BucketsPerItem, isLast: above.To is null);
        var puts = Replace(above, [.. pieces.Select(piece => (piece[0].From, BucketCodec.Encode(piece)))]);
        var raised = pieces.Select(piece => new BucketGroup(piece[0].From, Bucket.Condense(piece.SelectMany(group => group.Buckets))));
        return (above, raised.ToList(), puts);
    }

    /// <summary>The items that replace one.</summary>
    private static List<(MetricSeriesItem Item, bool IsNew)> Replace(MetricSeriesItem item, List<(HistoryPlace From, byte[] Data)> pieces)
    {
        var puts = new List<(MetricSeriesItem Item, bool IsNew)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            puts.Add((
                new MetricSeriesItem
                {
                    RunId = item.RunId,
                    Name = item.Name,
                    Level = item.Level,
                    From = i == 0 ? item.From : pieces[i].From.ToString(),
                    To = i == pieces.Count - 1 ? item.To : pieces[i + 1].From.ToString(),
                    Version = i == 0 ? item.Version + 1 : 1,
                    Data = pieces[i].Data,
                },
                i > 0 || item.Version == 0));
        }

        return puts;
    }

    private async Task<SeriesOutcome> TryPutAsync((MetricSeriesItem Item, bool IsNew) put, CancellationToken cancellationToken)
    {
        try
        {
            await PutOf(put).ExecuteAsync(cancellationToken);
            return SeriesOutcome.Added;
        }
        catch (ConditionalCheckFailedException)
        {
            // Another writer was faster, or the response to this write was lost: then the points are found to be there.
            return SeriesOutcome.Overtaken;
        }
    }

    private async Task<SeriesOutcome> TryPutAsync(
        string runId, List<(MetricSeriesItem Item, bool IsNew)> puts, CancellationToken cancellationToken)
    {
        // New items of a run that is being removed would stay for ever.
        var run = table.Runs.Check(RunItem.Key(runId)).If(r => r.RunId.Exists());
        try
        {
            await table.Client.TransactWriteAsync([run, .. puts.Select(PutOf)], cancellationToken);
            return SeriesOutcome.Added;
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(run))
        {
            return SeriesOutcome.RunMissing;
        }
        catch (TransactWriteCanceledException e) when (e.Failures.All(failure =>
            failure.Reason is TransactWriteFailureReason.ConditionalCheckFailed or TransactWriteFailureReason.TransactionConflict))
        {
            return SeriesOutcome.Overtaken;
        }
    }

    private Put<MetricSeriesItem> PutOf((MetricSeriesItem Item, bool IsNew) put)
    {
        var seen = put.Item.Version - 1;
        return put.IsNew
            ? table.MetricSeries.Put(put.Item).IfNotExists()
            : table.MetricSeries.Put(put.Item).If(item => item.Version == seen);
    }

    /// <summary>Stands for a level that does not exist yet.</summary>
    private static MetricSeriesItem Nothing(string runId, string name, byte level) => new()
    {
        RunId = runId,
        Name = name,
        Level = level,
        From = HistoryPlace.First.ToString(),
        Version = 0,
        Data = [],
    };

    private static bool Covers(MetricSeriesItem item, HistoryPlace place) =>
        item.Begin().CompareTo(place) <= 0 && (item.End() is not { } end || place.CompareTo(end) < 0);

    private static string WhereIs(MetricSeriesItem? item, HistoryPlace place) =>
        item is null ? $"on level 0 at {HistoryPlace.First}"
        : Covers(item, place) ? $"above the item of level 0 at {item.From}"
        : $"on level 0 at {item.To}";

    private static bool IsWhole(MetricSeriesItem item) => item.To is null && item.Begin() == HistoryPlace.First;
}
