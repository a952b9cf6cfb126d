using System;
using DynamoToolkit;

namespace Corpus.Social;

/// <summary>An edge of the graph: the table lists whom a person follows, the index who follows a person.</summary>
[DynamoTable("social")]
[PartitionKey("PERSON#{Follower}"), SortKey("FOLLOWS#{Followed}")]
[GlobalIndex("followers", "FOLLOWED#{Followed}", "{Since}", Projection = IndexProjection.KeysOnly)]
public sealed partial record Follow(string Follower, string Followed)
{
    public DateTimeOffset Since { get; init; }

    public bool IsMuted { get; init; }
}

[DynamoTable("social")]
[PartitionKey("PERSON#{PersonId}"), SortKey("PROFILE")]
public sealed partial class Profile
{
    public required string PersonId { get; init; }

    public required string Name { get; set; }

    public string? Bio { get; set; }

    [ShardedCounter(16)]
    public long FollowerCount { get; set; }
}

/// <summary>An entry of a person's home timeline, written for each follower of the author.</summary>
[DynamoTable("timelines")]
[PartitionKey("TIMELINE#{PersonId}"), SortKey("{PostId}")]
public sealed partial class TimelineEntry
{
    public required string PersonId { get; init; }

    public required string PostId { get; init; }

    public required string AuthorId { get; init; }

    [TimeToLive(Days = 30)]
    public DateTimeOffset? ExpiresAt { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }
}
