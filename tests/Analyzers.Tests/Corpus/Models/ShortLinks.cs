using System;
using DynamoToolkit;

namespace Corpus.ShortLinks;

/// <summary>A short link. The code is the key, so that it is unique for free.</summary>
[DynamoTable("short-links")]
[PartitionKey("LINK#{Code}"), SortKey("LINK")]
[GlobalIndex("byOwner", "OWNER#{OwnerId}", "{CreatedAt}", Projection = IndexProjection.Include, Include = ["Target"])]
public sealed partial class ShortLink
{
    public required string Code { get; init; }

    public required Uri Target { get; set; }

    public string? OwnerId { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [ShardedCounter(16)]
    public long Clicks { get; set; }
}
