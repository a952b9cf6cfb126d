using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.ChatRooms;

[DynamoTable("chat")]
[PartitionKey("ROOM#{RoomId}"), SortKey("ROOM")]
public sealed partial class Room
{
    public required string RoomId { get; init; }

    public required string Topic { get; set; }

    public bool IsArchived { get; set; }
}

/// <summary>Who is in which room, from both sides.</summary>
[DynamoTable("chat")]
[PartitionKey("ROOM#{RoomId}"), SortKey("MEMBER#{UserId}")]
[GlobalIndex("byUser", "USER#{UserId}", "ROOM#{RoomId}")]
public sealed partial record Membership(string RoomId, string UserId)
{
    public DateTimeOffset JoinedAt { get; init; }

    public bool IsModerator { get; init; }
}

/// <summary>A message. A busy room gets more than one partition takes, so that its messages are in shards.</summary>
[DynamoTable("chat-messages")]
[PartitionKey("ROOM#{RoomId}"), SortKey("{MessageId}"), WriteSharded(8, By = nameof(MessageId))]
[Workload(PeakWritesPerSecond = 4000, PeakReadsPerSecond = 6000, ItemBytes = 900, HottestShare = 0.8)]
public sealed partial class Message
{
    public required string RoomId { get; init; }

    /// <summary>A ULID: sortable by time.</summary>
    public required string MessageId { get; init; }

    public required string AuthorId { get; init; }

    public required string Text { get; set; }

    public Dictionary<string, int> Reactions { get; set; } = [];

    public DateTimeOffset? EditedAt { get; set; }
}
