namespace DynamoToolkit;

/// <summary>
/// Marks the <c>int?</c> member that holds an item's write shard, if <see cref="WriteShardedAttribute"/> chooses it at random. A put of an
/// item whose shard is null chooses one and assigns it before it sends anything, so that a second attempt reaches the same item.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class WriteShardAttribute : Attribute;
