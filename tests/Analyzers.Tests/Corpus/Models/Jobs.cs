using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Jobs;

/// <summary>A job of a queue. Waiting jobs are in the index by their time; a worker takes one with a condition.</summary>
[DynamoTable("jobs")]
[PartitionKey("JOB#{JobId}"), SortKey("JOB")]
[GlobalIndex("waiting", "QUEUE#{WaitingIn}", "{RunAt}"), WriteSharded(4, Index = "waiting")]
public sealed partial class Job
{
    public required Guid JobId { get; init; }

    public required string Queue { get; init; }

    /// <summary>The queue while the job waits; null while it runs and after.</summary>
    public string? WaitingIn { get; set; }

    public DateTimeOffset RunAt { get; set; }

    public string? Worker { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public required string Payload { get; init; }

    public List<string> Errors { get; set; } = [];

    [TimeToLive]
    public DateTimeOffset? ForgetAt { get; set; }
}

/// <summary>What a run of a job did.</summary>
[DynamoTable("jobs")]
[PartitionKey("JOB#{JobId}"), SortKey("RUN#{Attempt}")]
public sealed partial record JobRun(Guid JobId, int Attempt)
{
    public DateTimeOffset StartedAt { get; init; }

    public TimeSpan? Took { get; init; }

    public string? Error { get; init; }
}
