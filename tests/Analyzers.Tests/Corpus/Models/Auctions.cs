using System;
using DynamoToolkit;

namespace Corpus.Auctions;

/// <summary>A lot; the highest bid is on it, so that a bid is one conditional write.</summary>
[DynamoTable("auctions")]
[PartitionKey("LOT#{LotId}"), SortKey("LOT")]
[GlobalIndex("bySeller", "SELLER#{SellerId}", "{ClosesAt}")]
public sealed partial class Lot
{
    public required Guid LotId { get; init; }

    public required string SellerId { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset ClosesAt { get; init; }

    public decimal HighestBid { get; set; }

    public string? HighestBidder { get; set; }
}

/// <summary>A bid, for the record.</summary>
[DynamoTable("auctions")]
[PartitionKey("LOT#{LotId}"), SortKey("BID#{Amount}#{Bidder}")]
public sealed partial record Bid
{
    public required Guid LotId { get; init; }

    /// <summary>In cents, which sort.</summary>
    public required long Amount { get; init; }

    public required string Bidder { get; init; }

    public DateTimeOffset At { get; init; }
}
