namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A thesis whose title a worker indexes, and whose author its writers.</summary>
[DynamoTable("papers")]
[PartitionKey("THESIS#{Id}"), SortKey("THESIS")]
public sealed partial record Thesis
{
    public required string Id { get; init; }

    [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
    public string? Title { get; init; }

    [TrigramIndexed]
    public string? Author { get; init; }
}
