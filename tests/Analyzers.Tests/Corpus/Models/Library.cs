using System;
using DynamoToolkit;

namespace Corpus.Library;

/// <summary>A loan of a library's member. Nobody borrows more than a few thousand books in a life.</summary>
[DynamoTable("loans")]
[PartitionKey("MEMBER#{MemberId}"), SortKey("LOAN#{BorrowedAt}#{BookId}")]
[LocalIndex("due", "{DueOn}")]
[Workload(PeakWritesPerSecond = 50, ItemBytes = 300, ItemsPerKey = 5_000)]
public sealed partial class Loan
{
    public required string MemberId { get; init; }

    public required DateTimeOffset BorrowedAt { get; init; }

    public required string BookId { get; init; }

    /// <summary>Null once the book is back.</summary>
    public DateOnly? DueOn { get; set; }

    public byte Extensions { get; set; }
}
