namespace DynamoToolkit.Benchmarks.Local;

/// <summary>A label of a ticket.</summary>
[DynamoTable("tickets"), PartitionKey("TICKET#{Id}"), SortKey("LABEL#{Name}")]
internal sealed partial class TicketLabel
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Value { get; init; }
}
