namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A run; shares its partition with its metrics.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("META")]
[GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{StartTime}")]
public sealed partial class Run
{
    public required string RunId { get; init; }

    public required string ExperimentId { get; init; }

    public long StartTime { get; init; }

    public RunStatus Status { get; set; }

    public string? Name { get; set; }

    public long Steps { get; set; }

    public double? Score { get; set; }

    public List<string> Labels { get; set; } = [];

    public HashSet<string> Tags { get; set; } = [];

    public Dictionary<string, string> Notes { get; set; } = [];

    public Place? Place { get; set; }

    public List<Place> Stops { get; set; } = [];

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; set; }
}
