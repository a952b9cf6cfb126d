using System;
using DynamoToolkit;

namespace Corpus.Metrics;

/// <summary>A point of a metric of a training run.</summary>
[DynamoTable("metrics")]
[PartitionKey("RUN#{RunId}"), SortKey("METRIC#{Name}#{Step}")]
public readonly partial record struct MetricPoint(string RunId, string Name, long Step, double Value, DateTime At)
{
    public bool IsNaN => double.IsNaN(Value);
}

/// <summary>The latest point of each metric of a run, kept apart so that a run's page needs one query.</summary>
[DynamoTable("metrics")]
[PartitionKey("RUN#{RunId}"), SortKey("LATEST#{Name}")]
public partial struct LatestMetric
{
    public required string RunId { get; init; }

    public required string Name { get; init; }

    public long Step { get; set; }

    public double Value { get; set; }
}
