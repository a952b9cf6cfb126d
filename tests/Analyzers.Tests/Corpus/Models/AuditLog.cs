using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.AuditLog;

/// <summary>An entry of the audit log, by the thing that it is about and by the person who did it. Both keys have many values.</summary>
[DynamoTable("audit"), Retention("audit", Days = 2555)]
[PartitionKey("SUBJECT#{SubjectType}#{SubjectId}"), SortKey("{At}#{EntryId}")]
[GlobalIndex("byActor", "ACTOR#{ActorId}", "{At}", Include = [nameof(Action), nameof(SubjectType), nameof(SubjectId)])]
[Workload(PeakWritesPerSecond = 500, ItemBytes = 700, HottestShare = 0.1)]
public sealed partial record AuditEntry
{
    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid EntryId { get; init; }

    public required string ActorId { get; init; }

    public required string Action { get; init; }

    public Dictionary<string, string?> Changes { get; init; } = [];

    [CreatedAt]
    public DateTimeOffset WrittenAt { get; init; }

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}
