namespace DynamoToolkit.Integration.Tests.Docs.Readme;

// example: model
[DynamoTable("readme")]
[PartitionKey("RUN#{RunId}"), SortKey("META")]
[GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{StartTime}")]
public sealed partial class Run
{
    public required string RunId { get; init; }
    public required string ExperimentId { get; init; }
    public DateTimeOffset StartTime { get; init; }
    public RunStatus Status { get; set; }
    public HashSet<string> Labels { get; set; } = [];       // a String Set
    [TimeToLive] public DateTimeOffset? ExpiresAt { get; set; }
}
// end
