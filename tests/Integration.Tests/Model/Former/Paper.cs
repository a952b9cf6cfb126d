namespace DynamoToolkit.Integration.Tests.Model.Former;

/// <summary>The same items as a program has them whose writers keep the index of titles.</summary>
[DynamoTable("former-papers")]
[PartitionKey("PAPER#{Id}"), SortKey("PAPER")]
public sealed partial record Paper
{
    public required string Id { get; init; }

    public string? Journal { get; init; }

    [TrigramIndexed(Scope = [nameof(Journal)], Name = "Paper.Journal+Title")]
    public required string Title { get; init; }

    public int Citations { get; init; }

    [TimeToLive]
    public DateTimeOffset? Expires { get; init; }
}
