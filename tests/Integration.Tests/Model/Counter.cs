namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A struct, with a number for its key and no sort key.</summary>
[DynamoTable("counters")]
public readonly partial record struct Counter
{
    [PartitionKey]
    public required long Id { get; init; }

    public long Value { get; init; }
}
