using System;
using System.Collections.Generic;
using System.Runtime.Serialization;
using DynamoToolkit;

namespace Corpus.Subscriptions;

public enum BillingPeriod
{
    [EnumMember(Value = "monthly")]
    Monthly,

    [EnumMember(Value = "yearly")]
    Yearly,
}

/// <summary>A subscription. Renewals are found by the day and one of 32 buckets, which a worker reads in parallel.</summary>
[DynamoTable("subscriptions")]
[PartitionKey("CUSTOMER#{CustomerId}"), SortKey("SUBSCRIPTION#{SubscriptionId}")]
[GlobalIndex("renewals", "RENEWS#{RenewsOn}", "{CustomerId}"), WriteSharded(32, Index = "renewals")]
public sealed partial class Subscription
{
    public required string CustomerId { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required string Plan { get; set; }

    public BillingPeriod Period { get; set; }

    public DateOnly? RenewsOn { get; set; }

    public decimal Price { get; set; }

    [DynamoFlatten(Prefix = "card_")]
    public Card? Card { get; set; }

    public Dictionary<string, decimal> AddOns { get; set; } = [];

    [ConcurrencyToken]
    public string? Token { get; set; }
}

[DynamoMap]
public sealed partial record Card(string Brand, string LastDigits, short ExpiryYear, byte ExpiryMonth);
