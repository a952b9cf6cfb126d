using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>Computes the write shards of keys. Only generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WriteShard
{
    /// <summary>A shard that is known.</summary>
    /// <param name="shard">The shard.</param>
    public static ShardNumber At(int shard) => new(shard);

    /// <summary>The shard that an item holds.</summary>
    /// <param name="shard">The item's shard.</param>
    /// <exception cref="InvalidOperationException">The item has none yet.</exception>
    public static int Known(int? shard) => shard
        ?? throw new InvalidOperationException(
            "The item has no write shard: its member with [WriteShard] is null, so its key is unknown. Put the item, which chooses one, "
            + "or set the member.");

    /// <summary>The shard that is computed from members.</summary>
    /// <param name="count">The number of shards.</param>
    /// <param name="text">The members, in the form that they have in keys.</param>
    public static ShardNumber By(int count, ref KeyTextBuilder text) => new((int)(Hash(ref text) % (ulong)count));

    /// <summary>The shard that is computed from a string.</summary>
    /// <param name="count">The number of shards.</param>
    /// <param name="text">The string.</param>
    public static ShardNumber ByText(int count, string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // In keys these are escaped, so that the hash is the same however it is computed.
        return text.AsSpan().ContainsAny('#', '%') ? By(count, $"{text}") : new((int)(ShardHash.Of(text) % (ulong)count));
    }

    /// <summary>The hash of members.</summary>
    /// <param name="text">The members, in the form that they have in keys.</param>
    public static ulong Hash(ref KeyTextBuilder text) => ShardHash.Of(text.ToStringAndClear());
}
