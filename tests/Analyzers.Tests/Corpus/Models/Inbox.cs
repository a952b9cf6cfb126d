using System;
using DynamoToolkit;

namespace Corpus.Inbox;

/// <summary>A direct message in the inbox of one person; unread ones are in a sparse index.</summary>
[DynamoTable("inbox"), Retention("inbox", Days = 365)]
[PartitionKey("PERSON#{PersonId}"), SortKey("MAIL#{SentAt}#{MailId}")]
[GlobalIndex("unread", "UNREAD#{UnreadBy}", "{SentAt}", Projection = IndexProjection.KeysOnly)]
public sealed partial class Mail
{
    public required string PersonId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required Guid MailId { get; init; }

    public required string From { get; init; }

    public required string Subject { get; init; }

    public string? Body { get; init; }

    /// <summary>The person while the mail is unread.</summary>
    public string? UnreadBy { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [TimeToLive]
    public DateTimeOffset? DeletedAt { get; init; }
}
