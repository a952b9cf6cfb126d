using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using DynamoToolkit.Borders;
using TrackingStore.Errors;
using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>
/// Logging. Every write is safe to repeat and to make at the same time as others: the key of a pack of points depends on the points, the
/// latest point yields only to a later one, and a parameter is put only where it is absent or the same.
/// </summary>
internal sealed class LogStore(TrackingTable table, RunStore runs, HistoryQueue queue)
{
    /// <summary>Logs points of metrics to an active run.</summary>
    public async Task LogMetricsAsync(string runId, IReadOnlyList<MetricPoint> points, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        await WriteMetricsAsync(runId, points, cancellationToken);
    }

    /// <summary>Logs a parameter to an active run.</summary>
    public async Task LogParamAsync(string runId, NamedValue parameter, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        try
        {
            await PutParam(runId, parameter).ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException e)
        {
            var logged = RunParamItem.FromAttributeMap(e.Item).Value;
            throw new TrackingException(new ParamChanged(runId, new ParamChange(parameter.Name, logged, parameter.Value)));
        }
    }

    /// <summary>
    /// Logs a batch to an active run: parameters, then metrics, then tags. A parameter that differs stops it before anything is written.
    /// </summary>
    public async Task LogBatchAsync(
        string runId,
        IReadOnlyList<MetricPoint> points,
        IReadOnlyList<NamedValue> parameters,
        IReadOnlyList<NamedValue> tags,
        CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        if (parameters.Count > 0) await WriteParamsAsync(runId, parameters, cancellationToken);
        if (points.Count > 0) await WriteMetricsAsync(runId, points, cancellationToken);
        if (tags.Count > 0) await runs.SetTagsAsync(runId, tags, cancellationToken);
    }

    private async Task WriteMetricsAsync(string runId, IReadOnlyList<MetricPoint> points, CancellationToken cancellationToken)
    {
        var packs = PackCodec.Encode(points)
            .Select(data => new MetricPackItem { RunId = runId, PackId = PackCodec.IdOf(data), Data = data }).ToList();
        var history = packs.Count == 1
            ? table.MetricPacks.PutAsync(packs[0], cancellationToken)
            : table.Client.BatchAsync([.. packs.Select(table.MetricPacks.Put)], cancellationToken);

        var latest = points.GroupBy(point => point.Name).Select(same => new LatestMetricItem
        {
            RunId = runId,
            Name = same.Key,
            Rank = MetricRank.Encode(same.MaxBy(point => (point.Step, point.Timestamp, SortableDouble.BitsOf(point.Value)))!),
        }).ToList();
        await Many.ForEachAsync(latest, PutLatestAsync, cancellationToken);
        await history;
        foreach (var pack in packs) queue.Wrote(runId, pack.PackId, pack.Data.Length, latest.Count);
    }

    private async ValueTask PutLatestAsync(LatestMetricItem latest, CancellationToken cancellationToken)
    {
        try
        {
            await table.LatestMetrics.Put(latest).If(m => m.Rank.NotExists() | m.Rank < latest.Rank).ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // A later point is there already.
        }
    }

    private async Task WriteParamsAsync(string runId, IReadOnlyList<NamedValue> parameters, CancellationToken cancellationToken)
    {
        try
        {
            await table.Client.TransactWriteAsync(parameters.Select(parameter => PutParam(runId, parameter)), cancellationToken);
        }
        catch (TransactWriteCanceledException e) when (e.Failures.Any(HasOtherValue))
        {
            var changes = e.Failures.Where(HasOtherValue).Select(failure => new ParamChange(
                parameters[failure.Position].Name, failure.CurrentItem<RunParamItem>()!.Value, parameters[failure.Position].Value));
            throw new TrackingException(new ParamsChanged(runId, [.. changes]));
        }
    }

    private static bool HasOtherValue(TransactWriteFailure failure) => failure.Reason == TransactWriteFailureReason.ConditionalCheckFailed;

    private Put<RunParamItem> PutParam(string runId, NamedValue parameter) =>
        table.RunParams.Put(new RunParamItem { RunId = runId, Name = parameter.Name, Value = parameter.Value })
            .If(p => p.Value.NotExists() | p.Value == parameter.Value)
            .ReturnItemOnFailure();
}
