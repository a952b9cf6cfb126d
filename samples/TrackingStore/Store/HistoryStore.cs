using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>The history of metrics.</summary>
internal sealed class HistoryStore(TrackingTable table, RunStore runs)
{
    /// <summary>A page of a metric's history, by time, step and value.</summary>
    /// <param name="runId">The run; an error if there is none.</param>
    /// <param name="name">The metric.</param>
    /// <param name="size">The size of the page, null for all of the rest.</param>
    /// <param name="token">Where the previous page ended.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<(IReadOnlyList<MetricPointItem> Points, string? Next)> GetAsync(
        string runId, string name, int? size, string? token, CancellationToken cancellationToken)
    {
        await runs.RequireAsync(runId, cancellationToken);
        if (Limits.Exceeds(name, Limits.MetricName)) return ([], null);
        var after = string.IsNullOrEmpty(token) ? null : PageToken.Parse(token);
        var points = new List<MetricPointItem>();
        do
        {
            var query = Query(runId, name).ConsistentRead();
            var page = await (size is { } max ? query.Limit(max - points.Count) : query).GetPageAsync(after, cancellationToken);
            points.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null && points.Count < (size ?? int.MaxValue));
        return (points, after?.ToString());
    }

    /// <summary>The first points of a metric's history; none where there is no such run or metric.</summary>
    public async Task<IReadOnlyList<MetricPointItem>> OfRunAsync(
        string runId, string name, int maxPoints, CancellationToken cancellationToken)
    {
        if (!RunIds.IsValid(runId) || Limits.Exceeds(name, Limits.MetricName)) return [];
        var points = new List<MetricPointItem>();
        await foreach (var item in Query(runId, name).WithCancellation(cancellationToken))
        {
            if (points.Count == maxPoints) break;
            points.Add(item);
        }

        return points;
    }

    private Query<MetricPointItem> Query(string runId, string name) =>
        table.MetricPoints.Query(MetricPointItem.Partition(runId), MetricPointItem.SortKey.StartsWith(name));
}
