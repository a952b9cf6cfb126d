using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.EventStore;

/// <summary>An event of a stream. A put with IfNotExists makes the position the stream's own optimistic lock.</summary>
[DynamoTable("event-store")]
[PartitionKey("STREAM#{StreamId}"), SortKey("EVENT#{Position}")]
public sealed partial record StoredEvent
{
    public required string StreamId { get; init; }

    public required long Position { get; init; }

    public required string EventType { get; init; }

    public required ReadOnlyMemory<byte> Payload { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public Dictionary<string, string> Headers { get; init; } = [];
}

/// <summary>The state after some events, so that a long stream is not read from its beginning.</summary>
[DynamoTable("event-store")]
[PartitionKey("STREAM#{StreamId}"), SortKey("SNAPSHOT")]
public sealed partial record Snapshot
{
    public required string StreamId { get; init; }

    public long Position { get; init; }

    public required byte[] State { get; init; }
}
