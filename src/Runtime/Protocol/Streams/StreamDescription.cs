namespace DynamoToolkit.Protocol;

/// <summary>A stream, with the shards of one page of its description.</summary>
internal sealed record StreamDescription
{
    public string Status { get; init; } = "";

    public string View { get; init; } = "";

    public IReadOnlyList<ShardDescription> Shards { get; init; } = [];

    /// <summary>The last shard of the page, if another page follows.</summary>
    public string? LastShardId { get; init; }

    public bool IsEnabled => Status is "ENABLED" or "ENABLING";
}
