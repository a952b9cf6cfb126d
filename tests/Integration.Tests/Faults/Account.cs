namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>What the fault tests write: a balance that only conditional updates and transactions change.</summary>
[DynamoTable("accounts")]
public sealed partial class Account
{
    [PartitionKey]
    public required string Owner { get; init; }

    [SortKey]
    public required int Number { get; init; }

    public long Balance { get; set; }

    public int Version { get; set; }

    public string? Note { get; set; }
}
