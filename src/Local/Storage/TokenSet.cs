using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace DynamoToolkit.Local.Storage;

/// <summary>The remembered tokens of transactions at one moment, by name and by the time at which they expire. Immutable.</summary>
internal sealed class TokenSet
{
    /// <summary>No tokens.</summary>
    public static readonly TokenSet Empty =
        new(ImmutableDictionary.Create<string, TransactionToken>(StringComparer.Ordinal), SortedTree<TransactionToken>.Empty);

    private readonly ImmutableDictionary<string, TransactionToken> byName;
    private readonly SortedTree<TransactionToken> byExpiry;

    private TokenSet(ImmutableDictionary<string, TransactionToken> byName, SortedTree<TransactionToken> byExpiry)
    {
        this.byName = byName;
        this.byExpiry = byExpiry;
    }

    /// <summary>All tokens.</summary>
    public IEnumerable<TransactionToken> All => byName.Values;

    /// <summary>The number of tokens.</summary>
    public int Count => byName.Count;

    /// <summary>The token with this name, or null.</summary>
    public TransactionToken? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The set with a token, which replaces one of the same name.</summary>
    public TokenSet With(TransactionToken token)
    {
        var others = byName.TryGetValue(token.Token, out var earlier) ? byExpiry.Remove(Key(earlier)) : byExpiry;
        return new TokenSet(byName.SetItem(token.Token, token), others.Set(Key(token), token));
    }

    /// <summary>The set without the tokens that have expired. Looks at no others.</summary>
    public TokenSet WithoutExpired(DateTimeOffset now)
    {
        var (names, times) = (byName, byExpiry);
        for (var cursor = byExpiry.Walk(null, null); cursor.MoveNext() && cursor.Value.Expires <= now;)
        {
            names = names.Remove(cursor.Value.Token);
            times = times.Remove(cursor.Key);
        }

        return ReferenceEquals(times, byExpiry) ? this : new TokenSet(names, times);
    }

    private static byte[] Key(TransactionToken token)
    {
        var key = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(token.Token)];
        BinaryPrimitives.WriteInt64BigEndian(key, token.Expires.UtcTicks);
        Encoding.UTF8.GetBytes(token.Token, key.AsSpan(sizeof(long)));
        return key;
    }
}
