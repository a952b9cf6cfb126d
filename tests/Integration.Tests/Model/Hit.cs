namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A hit of a busy site, in a random shard.</summary>
[DynamoTable("hits")]
[PartitionKey("SITE#{Site}"), SortKey("{At}"), WriteSharded(4)]
public sealed partial record Hit
{
    public required string Site { get; init; }

    public required int At { get; init; }

    [WriteShard]
    public int? Shard { get; init; }

    public int Score { get; set; }

    public string? Path { get; set; }
}
