using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A wish that the AWS SDK's DynamoDBContext also reads and writes: its tags are a set.</summary>
[DynamoTable("wishes"), DynamoCompatible(Compatibility.DynamoDBContext, Writes = true)]
public sealed partial class Wish
{
    [PartitionKey]
    public required string Id { get; init; }

    public List<string> Tags { get; set; } = [];
}
