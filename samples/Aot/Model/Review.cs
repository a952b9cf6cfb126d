using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A review: in the partition of its book, in the order in which reviews were written.</summary>
[DynamoTable("shop")]
[PartitionKey("BOOK#{Isbn}"), SortKey("REVIEW#{WrittenAt}#{Reviewer}")]
[LocalIndex("byStars", "{Stars}")]
public sealed partial record Review
{
    public required string Isbn { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required string Reviewer { get; init; }

    public required int Stars { get; init; }

    public string? Text { get; init; }
}
