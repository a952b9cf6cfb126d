namespace DynamoToolkit.Benchmarks.Local;

/// <summary>A parent with copies of its labels.</summary>
[DynamoTable("tickets"), PartitionKey("TICKET#{Id}"), SortKey("META")]
internal sealed partial class Ticket
{
    public required int Id { get; init; }

    [Materialize(typeof(TicketLabel), nameof(TicketLabel.Name), nameof(TicketLabel.Value))]
    public Dictionary<string, string>? Labels { get; set; }
}
