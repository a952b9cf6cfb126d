using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The number of a write shard, as the last part of a key. Every number is one of the type's keys, whatever the number of shards is now:
/// items of other generations are items of the type, too.
/// </summary>
internal sealed class ShardKeyPart : KeyPart
{
    public static readonly ShardKeyPart Instance = new();

    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < ShardNumber.Digits || !ShardNumber.TryParse(rest[..ShardNumber.Digits], out _))
            return false;

        rest = rest[ShardNumber.Digits..];
        return true;
    }

    internal override void AddTo(KeyLanguage language) => language.Shard();
}
