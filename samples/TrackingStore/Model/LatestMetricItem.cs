using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>The latest point of a metric: the greatest by step, time and value. It is put only over a lesser one.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("DATA#METRIC#{Name}")]
internal sealed partial class LatestMetricItem : IRunData
{
    public required string RunId { get; init; }
    public required string Name { get; init; }

    /// <summary>Step, time and value as one text that sorts as they compare.</summary>
    public required string Rank { get; init; }

    public RunDataItem ToData() => new() { RunId = RunId, Name = Name, Rank = Rank };
}
