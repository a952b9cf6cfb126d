using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Notifications;

[Flags]
public enum Channels
{
    None = 0,
    Mail = 1,
    Push = 2,
    Text = 4,
}

/// <summary>A notification of a person. It goes away after two months, or at once if the person deletes it.</summary>
[DynamoTable("notifications")]
[PartitionKey("PERSON#{PersonId}"), SortKey("{NotificationId}")]
public sealed partial class Notification
{
    public required Guid PersonId { get; init; }

    public required string NotificationId { get; init; }

    [DynamoAttribute(EnumStorage = EnumStorage.Number)]
    public Channels Channels { get; set; }

    public required string Text { get; init; }

    public Dictionary<string, string> Parameters { get; init; } = [];

    public DateTimeOffset? ReadAt { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [TimeToLive(Days = 60)]
    public DateTimeOffset? ExpiresAt { get; set; }
}
