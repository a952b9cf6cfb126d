namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Flattened nested types, converters on a member and on a type, a family of nested types.</summary>
[DynamoTable("shipments")]
public sealed partial class Shipment
{
    [PartitionKey, DynamoAttribute("shipment")]
    public required DateTimeOffset Sent { get; init; }

    [SortKey]
    public required TimeSpan Number { get; init; }

    [DynamoFlatten]
    public required Address Sender { get; init; }

    [DynamoFlatten(Prefix = "to_")]
    public Address? Receiver { get; set; }

    [DynamoFlatten(Prefix = "seen_")]
    public Position? Seen { get; set; }

    public Address? Billing { get; set; }

    public Price Worth { get; init; }

    public Price? Insured { get; init; }

    public Dictionary<string, List<Price?>> Duties { get; init; } = [];

    [DynamoConverter(typeof(ReversedText))]
    public string Label { get; set; } = "";

    [DynamoConverter(typeof(ReversedText))]
    public string? Remark { get; set; }

    public Content? Content { get; set; }

    public List<Content> Others { get; init; } = [];

    [DynamoExtra]
    public ExtraAttributes Extra { get; init; } = new();

    [TimeToLive]
    public DateTime Expires { get; init; }
}
