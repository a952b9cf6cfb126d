namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A paper whose title and remark a worker indexes.</summary>
// example: paper
[DynamoTable("papers")]
[PartitionKey("PAPER#{Id}"), SortKey("PAPER")]
public sealed partial record Paper
{
    public required string Id { get; init; }

    public string? Journal { get; init; }

    [TrigramIndexed(Scope = [nameof(Journal)], Upkeep = TrigramUpkeep.Stream)]
    public required string Title { get; init; }

    [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
    public string? Remark { get; init; }

    public int Citations { get; init; }

    [TimeToLive]
    public DateTimeOffset? Expires { get; init; }
}
// end
