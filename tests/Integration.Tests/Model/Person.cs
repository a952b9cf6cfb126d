namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A person whose names can be searched.</summary>
// example: person
[DynamoTable("persons")]
[PartitionKey("PERSON#{Id}"), SortKey("PERSON")]
public sealed partial record Person
{
    public required string Id { get; init; }

    public string Tenant { get; init; } = "";

    [TrigramIndexed(Scope = [nameof(Tenant)])]          // each tenant has an index of its own
    public required string Name { get; init; }

    [TrigramIndexed]
    public string? Nickname { get; init; }

    public int Age { get; init; }
}
// end
