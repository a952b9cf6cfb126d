using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Metrics;
using DynamoToolkit;

namespace Corpus.Programs.RunMetrics;

/// <summary>Logs and reads the metrics of runs.</summary>
public sealed class RunMetrics(DynamoClient db)
{
    private readonly DynamoTable<MetricPoint> points = db.Table<MetricPoint>();
    private readonly DynamoTable<LatestMetric> latest = db.Table<LatestMetric>();

    public async Task LogAsync(IReadOnlyList<MetricPoint> logged, CancellationToken cancellationToken)
    {
        var result = await db.BatchWriteAsync(logged.Select(points.Put), cancellationToken);
        result.ThrowIfIncomplete();
        foreach (var last in logged.GroupBy(point => (point.RunId, point.Name)).Select(group => group.MaxBy(point => point.Step)))
        {
            try
            {
                await latest.Put(new LatestMetric { RunId = last.RunId, Name = last.Name, Step = last.Step, Value = last.Value })
                    .If(m => m.Step.NotExists() | m.Step <= last.Step)
                    .ExecuteAsync(cancellationToken);
            }
            catch (Amazon.DynamoDBv2.Model.ConditionalCheckFailedException)
            {
                // Another writer knows a later step.
            }
        }
    }

    public async Task<IReadOnlyList<double>> CurveAsync(string run, string name, long from, int most, CancellationToken cancellationToken)
    {
        var found = await points.Query(MetricPoint.Partition(run), MetricPoint.SortKey.AtLeast(name, from))
            .Limit(most)
            .ToListAsync(cancellationToken);
        return [.. found.Where(point => !point.IsNaN).Select(point => point.Value)];
    }

    public Task<List<LatestMetric>> LatestAsync(string run, CancellationToken cancellationToken) =>
        latest.Query(LatestMetric.Partition(run)).ToListAsync(cancellationToken);
}
