using System;
using DynamoToolkit;

namespace Corpus.Trash;

/// <summary>A note that can be deleted, and restored for a week.</summary>
[DynamoTable("notes"), Retention("trash", Days = 7, OnDemand = true)]
[PartitionKey("OWNER#{OwnerId}"), SortKey("NOTE#{NoteId}")]
public sealed partial record Note
{
    public required string OwnerId { get; init; }

    public required Guid NoteId { get; init; }

    public required string Text { get; init; }

    public string? Color { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }

    [TimeToLive]
    public DateTimeOffset? DeletesAt { get; init; }
}
