using DynamoToolkit;

namespace Corpus.Customers;

[PartitionKey("CUSTOMER#{Number}"), SortKey("CUSTOMER")]
[GlobalIndex("bySegment", "SEGMENT#{Segment}#{Area}", "{Number}")]
[Cardinality(2_000, Index = "bySegment")]
partial class Customer
{
    public required long Number { get; init; }

    public required string Segment { get; set; }

    public required string Area { get; set; }
}
