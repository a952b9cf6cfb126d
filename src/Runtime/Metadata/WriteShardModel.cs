using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Over how many partition keys the items of one key are spread.</summary>
/// <param name="count">The number of shards that writes use.</param>
public sealed class WriteShardModel(int count)
{
    /// <summary>The number of shards that writes use.</summary>
    public int Count { get; } = count;

    /// <summary>Another number of shards, which reads include while items move; 0 for none.</summary>
    public int Also { get; init; }

    /// <summary>The members from which the shard is computed; none if it is random.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Whether each item has a random shard, which a member holds.</summary>
    public bool IsRandom => By.Count == 0;

    /// <summary>How many shards a query of the whole key reads.</summary>
    public int ReadCount => Math.Max(Count, Also);

    /// <summary>
    /// Computes the hash from a key of the table; null for a key that is not of the type. Only for a table's key whose shard is computed.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<KeyValue, KeyValue, ulong?>? Hash { get; init; }

    /// <summary>Whether items are at addresses of two generations, which depend on the number of shards.</summary>
    internal bool IsMoving => Also != 0 && Also != Count && !IsRandom;

    /// <summary>
    /// Whether items move to this shard, and none away from it. If one number of shards divides the other, a shard of the larger number has
    /// the items of one shard of the smaller number.
    /// </summary>
    internal bool IsTarget(int shard) => IsMoving && (Count > Also ? shard >= Also : shard < Count);

    /// <summary>The key of a shard.</summary>
    /// <param name="key">The key without a shard.</param>
    /// <param name="shard">The shard.</param>
    internal static KeyValue KeyOf(KeyValue key, int shard) => KeyValue.Of($"{key.Text}#{new ShardNumber(shard)}");

    /// <summary>Takes a key apart.</summary>
    internal static bool TryParse(KeyValue key, out KeyValue whole, out int shard)
    {
        (whole, shard) = (default, 0);
        if (key.Text is not { Length: > ShardNumber.SuffixLength } text
            || text[^ShardNumber.SuffixLength] != '#'
            || !ShardNumber.TryParse(text.AsSpan(text.Length - ShardNumber.Digits), out shard))
        {
            return false;
        }

        whole = KeyValue.Of(text[..^ShardNumber.SuffixLength]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => IsRandom ? $"{Count} random shards" : $"{Count} shards by {string.Join(", ", By)}";
}
