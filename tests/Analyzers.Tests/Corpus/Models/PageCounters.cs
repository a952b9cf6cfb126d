using System;
using DynamoToolkit;

namespace Corpus.PageCounters;

/// <summary>A page with counters that take more adds than one item does.</summary>
[DynamoTable("pages")]
[PartitionKey("SITE#{Site}#PAGE#{Path}"), SortKey("PAGE")]
public sealed partial class TrackedPage
{
    public required string Site { get; init; }

    public required string Path { get; init; }

    public required string Title { get; set; }

    [ShardedCounter(8)]
    public long Views { get; set; }

    [ShardedCounter(2)]
    public long Likes { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }
}
