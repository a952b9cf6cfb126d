namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A hit, in a program that writes to more shards.</summary>
[DynamoTable("more-hits")]
[PartitionKey("SITE#{Site}"), SortKey("{At}"), WriteSharded(8, Also = 4)]
public sealed partial record MoreHit
{
    public required string Site { get; init; }

    public required int At { get; init; }

    [WriteShard]
    public int? Shard { get; init; }

    public int Score { get; set; }
}
