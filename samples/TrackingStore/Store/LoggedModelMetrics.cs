using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Metrics that runs log for models. The run has their history; the model has the latest point of each metric, run and data set. Every
/// write is safe to repeat and to make at the same time as others.
/// </summary>
internal sealed class LoggedModelMetrics(TrackingTable table, LoggedModelStore models)
{
    private readonly LoggedModelWrites writes = new(table);

    /// <summary>Finds out whether the models exist, before anything is logged.</summary>
    public Task RequireAsync(IEnumerable<ModelPoint> points, CancellationToken cancellationToken) => Many.ForEachAsync(
        points.Select(point => point.ModelId).Distinct(),
        async (id, token) => await models.RequireAsync(id, token),
        cancellationToken);

    /// <summary>Logs what an active run has measured.</summary>
    public async Task LogAsync(string runId, IEnumerable<ModelPoint> points, CancellationToken cancellationToken)
    {
        var latest = points.Select(point => ItemOf(runId, point)).GroupBy(item => (item.ModelId, item.SeriesId))
            .Select(series => series.MaxBy(item => item.Rank, StringComparer.Ordinal)!);
        var added = new ConcurrentBag<LoggedModelMetricItem>();
        await Many.ForEachAsync(
            latest,
            async (item, token) =>
            {
                if (!await TryReplaceAsync(item, token)) added.Add(item);
            },
            cancellationToken);
        await Many.ForEachAsync(
            added.GroupBy(item => item.ModelId),
            async (some, token) => await writes.AddMetricsAsync(some.Key, some, token),
            cancellationToken);
    }

    private static LoggedModelMetricItem ItemOf(string runId, ModelPoint point) => new()
    {
        ModelId = point.ModelId,
        SeriesId = DigestOf(point.Point.Name, runId, point.DatasetName ?? "", point.DatasetDigest ?? ""),
        Name = point.Point.Name,
        RunId = runId,
        DatasetName = point.DatasetName,
        DatasetDigest = point.DatasetDigest,
        Rank = MetricRank.Encode(point.Point),
    };

    private static string DigestOf(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));

    /// <summary>Puts a point in the place of an earlier one. As many are there as before, and as long, so nothing counts them.</summary>
    /// <returns>False if there is none.</returns>
    private async ValueTask<bool> TryReplaceAsync(LoggedModelMetricItem item, CancellationToken cancellationToken)
    {
        try
        {
            await table.LoggedModelMetrics.Put(item).If(m => m.Rank < item.Rank).ReturnItemOnFailure().ExecuteAsync(cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException e)
        {
            // A later point may be there already.
            return e.Item is { Count: > 0 };
        }
    }
}
