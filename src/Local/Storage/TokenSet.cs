using System.Collections.Immutable;

namespace DynamoToolkit.Local.Storage;

/// <summary>The remembered tokens of transactions at one moment, by name and by the time at which they expire. Immutable.</summary>
internal sealed class TokenSet
{
    /// <summary>No tokens.</summary>
    public static readonly TokenSet Empty = new(
        ImmutableDictionary.Create<string, TransactionToken>(StringComparer.Ordinal),
        ImmutableSortedSet.Create<TransactionToken>(Comparer<TransactionToken>.Create(Compare)));

    private readonly ImmutableDictionary<string, TransactionToken> byName;
    private readonly ImmutableSortedSet<TransactionToken> byExpiry;

    private TokenSet(ImmutableDictionary<string, TransactionToken> byName, ImmutableSortedSet<TransactionToken> byExpiry)
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
        var others = byName.TryGetValue(token.Token, out var earlier) ? byExpiry.Remove(earlier) : byExpiry;
        return new TokenSet(byName.SetItem(token.Token, token), others.Add(token));
    }

    /// <summary>The set without the tokens that have expired. Looks at no others.</summary>
    public TokenSet WithoutExpired(DateTimeOffset now)
    {
        var (names, times) = (byName, byExpiry);
        while (times.Min is { } first && first.Expires <= now)
        {
            names = names.Remove(first.Token);
            times = times.Remove(first);
        }

        return ReferenceEquals(times, byExpiry) ? this : new TokenSet(names, times);
    }

    private static int Compare(TransactionToken left, TransactionToken right)
    {
        var order = left.Expires.CompareTo(right.Expires);
        return order != 0 ? order : string.CompareOrdinal(left.Token, right.Token);
    }
}
