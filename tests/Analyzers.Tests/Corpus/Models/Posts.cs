using System;
using System.Collections.Immutable;
using DynamoToolkit;

namespace Corpus.Posts;

[DynamoTable("posts")]
[PartitionKey("POST#{PostId}"), SortKey("POST")]
[GlobalIndex("byAuthor", "AUTHOR#{AuthorId}", "POST#{PostId}")]
public sealed partial record Post
{
    public required string PostId { get; init; }

    public required string AuthorId { get; init; }

    public required string Text { get; init; }

    public ImmutableArray<Uri> Links { get; init; } = [];

    public ImmutableHashSet<string> Hashtags { get; init; } = [];

    [ShardedCounter(4)]
    public long Likes { get; set; }
}

[DynamoTable("posts")]
[PartitionKey("POST#{PostId}"), SortKey("COMMENT#{CommentId}")]
[GlobalIndex("byAuthor", "AUTHOR#{AuthorId}", "COMMENT#{CommentId}")]
public sealed partial record Comment
{
    public required string PostId { get; init; }

    public required string CommentId { get; init; }

    public required string AuthorId { get; init; }

    public required string Text { get; init; }
}

[DynamoTable("posts")]
[PartitionKey("POST#{PostId}"), SortKey("LIKE#{PersonId}")]
public sealed partial record Like(string PostId, string PersonId);
