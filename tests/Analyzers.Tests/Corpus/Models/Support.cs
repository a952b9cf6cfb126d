using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Support;

public enum TicketState
{
    Open,
    Waiting,
    Solved,
}

/// <summary>A support ticket of a customer, and the queue of the team that works on it.</summary>
[DynamoTable("support")]
[PartitionKey("TICKET#{TicketId}"), SortKey("TICKET")]
[GlobalIndex("byCustomer", "CUSTOMER#{CustomerId}", "{OpenedAt}")]
[GlobalIndex("byTeam", "TEAM#{Team}", "{State}#{OpenedAt}")]
[Cardinality(400, Index = "byTeam")]
public sealed partial class Ticket
{
    public required Guid TicketId { get; init; }

    public required string CustomerId { get; init; }

    public string? Team { get; set; }

    public TicketState State { get; set; }

    public required string Subject { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public SortedSet<string> Labels { get; set; } = [];

    [ConcurrencyToken]
    public long Version { get; set; }

    [UpdatedAt]
    public DateTimeOffset ChangedAt { get; init; }
}

[DynamoTable("support")]
[PartitionKey("TICKET#{TicketId}"), SortKey("REPLY#{At}#{ReplyId}")]
public sealed partial record Reply
{
    public required Guid TicketId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ReplyId { get; init; }

    public required string Author { get; init; }

    public required string Text { get; init; }

    public List<Uri> Attachments { get; init; } = [];
}
