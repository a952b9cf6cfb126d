using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Store;

/// <summary>The history of metrics.</summary>
internal sealed class HistoryStore(TrackingTable table, RunStore runs)
{
    /// <summary>A page of a metric's history, by time, step and value.</summary>
    /// <param name="runId">The run; an error if there is none.</param>
    /// <param name="key">The metric.</param>
    /// <param name="size">The size of the page, null for all of the rest.</param>
    /// <param name="token">Where the page before ended.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<(IReadOnlyList<Metric> Points, string? Next)> GetAsync(string runId, string key, int? size, string? token, CancellationToken cancellationToken)
    {
        await runs.RequireAsync(runId, cancellationToken);
        if (key.Length > Limits.MetricKey) return ([], null);
        var after = string.IsNullOrEmpty(token) ? null : PageToken.Parse(token);
        var points = new List<Metric>();
        do
        {
            var query = table.MetricPoints.Query(MetricPointItem.Partition(runId), MetricPointItem.SortKey.StartsWith(key)).ConsistentRead();
            var page = await (size is { } most ? query.Limit(most - points.Count) : query).GetPageAsync(after, cancellationToken);
            points.AddRange(page.Items.Select(ToMessage));
            after = page.Next;
        }
        while (after is not null && points.Count < (size ?? int.MaxValue));
        return (points, after?.ToString());
    }

    /// <summary>The first points of a metric's history, each with its run; none where there is no such run or metric.</summary>
    public async Task<IReadOnlyList<Metric>> OfRunAsync(string runId, string key, int most, CancellationToken cancellationToken)
    {
        if (!RunIds.IsValid(runId) || key.Length > Limits.MetricKey) return [];
        var points = new List<Metric>();
        await foreach (var item in table.MetricPoints.Query(MetricPointItem.Partition(runId), MetricPointItem.SortKey.StartsWith(key)).WithCancellation(cancellationToken))
        {
            if (points.Count == most) break;
            points.Add(ToMessage(item) with { RunId = runId });
        }

        return points;
    }

    private static Metric ToMessage(MetricPointItem item) => new(item.Name, SortableDouble.Decode(item.Value), item.Timestamp, item.Step);
}
