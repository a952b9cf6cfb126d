namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>The base of a family whose titles a worker indexes.</summary>
[DynamoTable("papers"), DynamoType("work", AttributeName = "kind")]
[PartitionKey("WORK#{Id}"), SortKey("WORK")]
public partial class Work
{
    public required string Id { get; init; }

    [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
    public string? Title { get; init; }
}
