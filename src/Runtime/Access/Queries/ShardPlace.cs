using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// A place in the order of a sharded query: behind an item, or behind a key up to which a shard was read. Items are in the order of their
/// sort keys, then of their shards, then as the service orders them within one shard.
/// </summary>
/// <param name="Shard">The item's shard.</param>
/// <param name="Sort">The item's sort key; the default value if the table or index has none.</param>
/// <param name="Key">The attributes of the item's keys, as a request takes them.</param>
internal sealed record ShardPlace(int Shard, KeyValue Sort, byte[] Key)
{
    /// <summary>Takes the place from a key.</summary>
    /// <exception cref="PageTokenException">The key is not in the partition that the query reads.</exception>
    public static ShardPlace Of(QueryPlan plan, ReadOnlySpan<byte> key)
    {
        var (partition, sort) = KeysOf(plan, new JsonCursor(key));
        return WriteShardModel.TryParse(partition, out var whole, out var shard)
            && whole == plan.Key!.Partition && shard < plan.Shards!.ReadCount
            ? new ShardPlace(shard, sort, key.ToArray())
            : throw new PageTokenException(
                "The page token is damaged: its key is not in a shard that the query reads. Begin again at the first page.");
    }

    /// <summary>The partition key and the sort key that the query reads by, from an item or a key.</summary>
    public static (KeyValue Partition, KeyValue Sort) KeysOf(QueryPlan plan, JsonCursor item)
    {
        var (partitionKey, sortKey) = plan.ReadKeys;
        KeyValue partition = default, sort = default;
        while (item.NextMember(out var name))
        {
            if (partitionKey.IsNamed(name))
                partition = KeyValue.Read(ref item);
            else if (sortKey is not null && sortKey.IsNamed(name))
                sort = KeyValue.Read(ref item);
            else
                item.Skip();
        }

        return (partition, sort);
    }

    /// <summary>The sort key that the query reads by, from an item or a key; the default value if it has none.</summary>
    public static KeyValue SortOf(QueryPlan plan, JsonCursor item)
    {
        if (plan.ReadKeys is not (_, { } sortKey))
            return default;
        while (item.NextMember(out var name))
        {
            if (sortKey.IsNamed(name))
                return KeyValue.Read(ref item);
            item.Skip();
        }

        return default;
    }
}
