using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// The name of a run, by which the run is found. It is an item of its own, because an index's text can only be changed by replacing its
/// item: the run's own item keeps its updates of single attributes, of which none undoes another one, and its time to live.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("RUNNAME")]
internal sealed partial record RunNameItem
{
    public required string RunId { get; init; }
    public required string ExperimentId { get; init; }

    [TrigramIndexed(Scope = [nameof(ExperimentId)])]
    public required string Name { get; init; }

    /// <summary>The name of a run, for the index.</summary>
    public static RunNameItem Of(RunItem run, string name) => new() { RunId = run.RunId, ExperimentId = run.ExperimentId, Name = name };
}
