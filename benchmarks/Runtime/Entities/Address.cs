using Amazon.DynamoDBv2.DataModel;

namespace DynamoToolkit.Benchmarks.Entities;

/// <summary>The nested map of an <see cref="Order"/>: 4 attributes.</summary>
[DynamoMap]
public sealed partial class Address
{
    [DynamoDBProperty("street")]
    public required string Street { get; set; }

    [DynamoDBProperty("city")]
    public required string City { get; set; }

    [DynamoDBProperty("postalCode")]
    public required string PostalCode { get; set; }

    [DynamoDBProperty("floor")]
    public int Floor { get; set; }
}
