using System;
using DynamoToolkit;

namespace Corpus.Elections;

/// <summary>A vote: random shards, because nobody reads a single one by its key.</summary>
[DynamoTable("votes")]
[PartitionKey("POLL#{PollId}"), SortKey("{VoteId}"), WriteSharded(16)]
[Workload(PeakWritesPerSecond = 8000, ItemBytes = 150, HottestShare = 1)]
public sealed partial class Vote
{
    public required Guid PollId { get; init; }

    public required Guid VoteId { get; init; }

    [WriteShard]
    public int? Shard { get; set; }

    public required string Choice { get; init; }
}

/// <summary>A poll and its sums, which a worker computes from the votes.</summary>
[DynamoTable("polls")]
public sealed partial class Poll
{
    [PartitionKey]
    public required Guid PollId { get; init; }

    public required string Question { get; init; }

    public int Yes { get; set; }

    public int No { get; set; }

    [UpdatedAt]
    public DateTimeOffset CountedAt { get; init; }
}
