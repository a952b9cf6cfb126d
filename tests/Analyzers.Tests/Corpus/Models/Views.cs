using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Views;

/// <summary>An article with a long text.</summary>
[DynamoTable("articles")]
[PartitionKey("ARTICLE#{Slug}"), SortKey("ARTICLE")]
[GlobalIndex("byAuthor", "AUTHOR#{Author}", "{PublishedAt}", Include = [nameof(Title)])]
public sealed partial class Article
{
    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required string Author { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    public string Text { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}

/// <summary>What a list of articles shows.</summary>
[DynamoTable("articles"), ViewOf(typeof(Article))]
[PartitionKey("ARTICLE#{Slug}"), SortKey("ARTICLE")]
public sealed partial class ArticleTitle
{
    public required string Slug { get; init; }

    public required string Title { get; set; }
}

/// <summary>The part that the editor's dashboard reads.</summary>
[DynamoMap]
public sealed partial record ArticleState(string Title, DateTimeOffset? PublishedAt);
