using System;
using DynamoToolkit;

namespace Corpus.Seats;

/// <summary>A seat of a show. It is held with a condition, and a hold that is not paid for lapses.</summary>
[DynamoTable("seats")]
[PartitionKey("SHOW#{ShowId}#BLOCK#{Block}"), SortKey("SEAT#{Row}#{Number}")]
[GlobalIndex("byHolder", "HOLDER#{Holder}")]
public sealed partial class Seat
{
    public required Guid ShowId { get; init; }

    public required string Block { get; init; }

    public required short Row { get; init; }

    public required short Number { get; init; }

    public decimal Price { get; set; }

    public string? Holder { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }

    public Guid? TicketId { get; set; }
}

[DynamoTable("seats")]
[PartitionKey("SHOW#{ShowId}"), SortKey("SHOW")]
public sealed partial class Show
{
    public required Guid ShowId { get; init; }

    public required string Title { get; set; }

    public required DateTimeOffset Begins { get; set; }
}
