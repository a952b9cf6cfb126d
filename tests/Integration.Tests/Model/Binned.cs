namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A file that expires a week after it was put into the bin.</summary>
// example: binned
[DynamoTable("files"), Retention("bin", Days = 7, OnDemand = true)]
public sealed partial record Binned
{
    [PartitionKey]
    public required string Id { get; init; }

    [TimeToLive]
    public DateTime? Deletes { get; private set; }
}
// end
