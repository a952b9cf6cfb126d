using System.Text;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>A search for names, and which names it should find.</summary>
/// <param name="Tenant">The scope.</param>
/// <param name="Kind">Which kind of pattern it is.</param>
/// <param name="Text">The part of a name, or the <c>LIKE</c> pattern.</param>
internal sealed record NameQuery(string Tenant, NameQueryKind Kind, string Text)
{
    private Rune[]? runes;

    /// <summary>A query for a part of a name.</summary>
    public static NameQuery Any(Random random, string name)
    {
        var tenant = random.Next(2) == 0 ? "a" : "b";
        return random.Next(5) switch
        {
            0 => new NameQuery(tenant, NameQueryKind.StartingWith, Names.Part(random, name)),
            1 => new NameQuery(tenant, NameQueryKind.EndingWith, Names.Part(random, name)),
            2 => new NameQuery(tenant, NameQueryKind.Like, Names.Pattern(random, name)),
            _ => new NameQuery(tenant, NameQueryKind.Containing, Names.Part(random, name)),
        };
    }

    /// <summary>Adds the pattern to a search.</summary>
    public Search<Person> Ask(Search<Person> search) => Kind switch
    {
        NameQueryKind.StartingWith => search.StartingWith(Text),
        NameQueryKind.EndingWith => search.EndingWith(Text),
        NameQueryKind.Like => search.Like(Text),
        _ => search.Containing(Text),
    };

    /// <summary>Whether the search should find a name.</summary>
    public bool Matches(NamedPersons name) => Kind switch
    {
        NameQueryKind.StartingWith => name.Name.StartsWith(Text, StringComparison.Ordinal),
        NameQueryKind.EndingWith => name.Name.EndsWith(Text, StringComparison.Ordinal),
        NameQueryKind.Like => SlowLike.Matches(runes ??= [.. Text.EnumerateRunes()], name.Runes),
        _ => name.Name.Contains(Text, StringComparison.Ordinal),
    };

    public bool Equals(NameQuery? other) => other is not null && (Tenant, Kind, Text) == (other.Tenant, other.Kind, other.Text);

    public override int GetHashCode() => HashCode.Combine(Tenant, Kind, Text);
}
