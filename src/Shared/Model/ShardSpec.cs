namespace DynamoToolkit.Shared.Model;

/// <summary>The write shards of a key.</summary>
/// <param name="Count">The number of shards that writes use.</param>
/// <param name="Also">Another number of shards, which reads include; 0 for none.</param>
/// <param name="IsRandom">Whether the one member holds a random shard; otherwise the shard is computed from the members.</param>
/// <param name="Members">The members that decide on the shard.</param>
internal sealed record ShardSpec(int Count, int Also, bool IsRandom, EquatableArray<string> Members);
