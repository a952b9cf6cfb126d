namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A class with setters, a token, a time to live, and a code and a number that are unique together.</summary>
[DynamoTable("people")]
[PartitionKey("VOUCHER#{Id}"), SortKey("VOUCHER")]
[Unique(nameof(Series), nameof(Number), Name = "voucher")]
public sealed partial class Voucher
{
    public required string Id { get; init; }

    public string? Series { get; set; }

    public int? Number { get; set; }

    [ConcurrencyToken]
    public string? Token { get; private set; }

    [TimeToLive]
    public DateTimeOffset? Expires { get; set; }
}
