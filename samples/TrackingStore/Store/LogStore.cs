using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using DynamoToolkit.Borders;
using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Store;

/// <summary>
/// Logging. Every write is safe to repeat and to make at the same time as others: points of the history say all in their key, the latest point
/// yields only to a later one, and a parameter is put only where it is absent or the same.
/// </summary>
internal sealed class LogStore(TrackingTable table, RunStore runs)
{
    /// <summary>Logs points of metrics to an active run.</summary>
    public async Task LogMetricsAsync(string runId, IReadOnlyList<Metric> metrics, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        await WriteMetricsAsync(runId, metrics, cancellationToken);
    }

    /// <summary>Logs a parameter to an active run.</summary>
    public async Task LogParamAsync(string runId, NamedValue parameter, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        try
        {
            await Writes.RetryAsync(() => PutParam(runId, parameter).ExecuteAsync(cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException e)
        {
            throw MlflowException.Invalid(
                $"Changing param values is not allowed. Param with key='{parameter.Key}' was already logged with value='{RunParamItem.FromAttributeMap(e.Item).Value}' " +
                $"for run ID='{runId}'. Attempted logging new value '{parameter.Value}'.");
        }
    }

    /// <summary>Logs a batch to an active run: parameters, then metrics, then tags. A parameter that differs stops it before anything is written.</summary>
    public async Task LogBatchAsync(
        string runId, IReadOnlyList<Metric> metrics, IReadOnlyList<NamedValue> parameters, IReadOnlyList<NamedValue> tags, CancellationToken cancellationToken)
    {
        await runs.RequireActiveAsync(runId, cancellationToken);
        if (parameters.Count > 0) await WriteParamsAsync(runId, parameters, cancellationToken);
        if (metrics.Count > 0) await WriteMetricsAsync(runId, metrics, cancellationToken);
        if (tags.Count > 0) await runs.SetTagsAsync(runId, tags, cancellationToken);
    }

    private async Task WriteMetricsAsync(string runId, IReadOnlyList<Metric> metrics, CancellationToken cancellationToken)
    {
        var points = metrics.Select(metric => new MetricPointItem
        {
            RunId = runId,
            Name = metric.Key,
            Timestamp = metric.Timestamp,
            Step = metric.Step,
            Value = SortableDouble.Encode(metric.Value),
        }).DistinctBy(point => (point.Name, point.Timestamp, point.Step, point.Value));
        var history = table.Client.BatchAsync([.. points.Select(table.MetricPoints.Put)], cancellationToken);

        var latest = metrics.GroupBy(metric => metric.Key).Select(same => new LatestMetricItem
        {
            RunId = runId,
            Name = same.Key,
            Rank = same.Select(MetricRank.Encode).Max(StringComparer.Ordinal)!,
        });
        await Writes.ForEachAsync(latest, PutLatestAsync, cancellationToken);
        await history;
    }

    private async ValueTask PutLatestAsync(LatestMetricItem latest, CancellationToken cancellationToken)
    {
        try
        {
            await Writes.RetryAsync(
                () => table.LatestMetrics.Put(latest).If(m => m.Rank.NotExists() | m.Rank < latest.Rank).ExecuteAsync(cancellationToken), cancellationToken);
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
            await table.Client.TransactAsync([.. parameters.Select(parameter => PutParam(runId, parameter))], cancellationToken);
        }
        catch (TransactionCanceledException e) when (e.CancellationReasons.Exists(reason => reason.Code == Writes.ConditionFailed))
        {
            var changed = parameters.Select((parameter, i) => (parameter, i)).Where(p => e.FailedAt(p.i)).Select(p =>
                $"{{'key': '{p.parameter.Key}', 'old_value': '{RunParamItem.FromAttributeMap(e.CancellationReasons[p.i].Item).Value}', 'new_value': '{p.parameter.Value}'}}");
            throw MlflowException.Invalid(
                $"Changing param values is not allowed. Params were already logged='[{string.Join(", ", changed)}]' for run ID='{runId}'.");
        }
    }

    private Put<RunParamItem> PutParam(string runId, NamedValue parameter) =>
        table.RunParams.Put(new RunParamItem { RunId = runId, Name = parameter.Key, Value = parameter.Value })
            .If(p => p.Value.NotExists() | p.Value == parameter.Value)
            .ReturnItemOnFailure();
}
