using System.Text.Json.Serialization;

namespace TrackingStore.Protocol.Messages;

/// <summary>A run's own attributes.</summary>
internal sealed record RunInfo
{
    public required string RunId { get; init; }
    public required string RunName { get; init; }
    public required string ExperimentId { get; init; }
    public required string UserId { get; init; }
    public required string Status { get; init; }
    public required long StartTime { get; init; }
    public long? EndTime { get; init; }
    public required string ArtifactUri { get; init; }
    public required string LifecycleStage { get; init; }

    /// <summary>What old clients read in place of the run id.</summary>
    [JsonInclude]
    public string RunUuid => RunId;
}
