namespace DynamoToolkit.Protocol;

/// <summary>A shard of a stream.</summary>
/// <param name="Id">The id.</param>
/// <param name="ParentId">The shard that this one continues; null if it has none, or if the service no longer knows it.</param>
internal sealed record ShardDescription(string Id, string? ParentId);
