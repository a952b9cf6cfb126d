using System.Collections.Immutable;

namespace DynamoToolkit.Local.Storage;

/// <summary>All tables at one moment, and the transaction tokens that are remembered.</summary>
internal sealed record Catalog(ImmutableSortedDictionary<string, Table> Tables, ImmutableDictionary<string, TransactionToken> Tokens)
{
    /// <summary>The catalog of a new engine.</summary>
    public static readonly Catalog Empty = new(
        ImmutableSortedDictionary.Create<string, Table>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, TransactionToken>(StringComparer.Ordinal));
}
