using System;
using DynamoToolkit;

namespace Corpus.Outbox;

/// <summary>
/// A message that leaves the service with the transaction that caused it. Pending ones are in a sparse index, which 16 shards keep cool.
/// </summary>
[DynamoTable("outbox")]
[GlobalIndex("pending", "PENDING#{Pending}", "{CreatedAt}"), WriteSharded(16, Index = "pending")]
[Workload(PeakWritesPerSecond = 2000, ItemBytes = 800)]
[Workload(Index = "pending", PeakWritesPerSecond = 2000, PeakReadsPerSecond = 100, ChangesKey = true)]
public sealed partial class OutboxMessage
{
    [PartitionKey]
    public required Guid MessageId { get; init; }

    public required string Topic { get; init; }

    public required string Body { get; init; }

    /// <summary>"yes" until the message is sent.</summary>
    public string? Pending { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [TimeToLive(Days = 3)]
    public DateTimeOffset? ExpiresAt { get; init; }
}
