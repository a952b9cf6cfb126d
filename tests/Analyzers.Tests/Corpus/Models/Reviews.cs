using System;
using System.ComponentModel.DataAnnotations;
using DynamoToolkit;

namespace Corpus.Reviews;

/// <summary>A review: one for each product and author, listed by product and by author.</summary>
[DynamoTable("reviews")]
[PartitionKey("PRODUCT#{ProductId}"), SortKey("REVIEW#{AuthorId}")]
[GlobalIndex("byAuthor", "AUTHOR#{AuthorId}", "{WrittenAt}")]
[GlobalIndex("byProductAndStars", "PRODUCT#{ProductId}", "{Stars}#{WrittenAt}")]
public sealed partial class Review
{
    public required string ProductId { get; init; }

    public required string AuthorId { get; init; }

    [Range(1, 5)]
    public byte Stars { get; set; }

    [MaxLength(120)]
    public required string Title { get; set; }

    [MaxLength(5000)]
    public string? Text { get; set; }

    public DateTime WrittenAt { get; init; }
}
