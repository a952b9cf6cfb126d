using System;
using DynamoToolkit;

namespace Corpus.Coupons;

/// <summary>A coupon whose code no other coupon of the campaign has.</summary>
[DynamoTable("coupons")]
[PartitionKey("COUPON#{CouponId}"), SortKey("COUPON")]
public sealed partial record Coupon
{
    public required string CouponId { get; init; }

    public required string Campaign { get; init; }

    [Unique(Scope = [nameof(Campaign)])]
    public required string Code { get; init; }

    public decimal Percent { get; init; }

    public int Redemptions { get; init; }

    [TimeToLive]
    public DateTimeOffset? EndsAt { get; init; }
}
