using System.Text;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>The persons who have one name, so that a query looks at each name once.</summary>
internal sealed class NamedPersons(string name, ILookup<string, string> ids)
{
    public string Name => name;

    public Rune[] Runes { get; } = [.. name.EnumerateRunes()];

    /// <summary>The persons by their names.</summary>
    public static IEnumerable<NamedPersons> Of(IEnumerable<Person> persons) => persons
        .GroupBy(static person => person.Name, StringComparer.Ordinal)
        .Select(static group => new NamedPersons(group.Key, group.ToLookup(static person => person.Tenant, static person => person.Id)));

    /// <summary>The ids of those of a tenant.</summary>
    public IEnumerable<string> IdsIn(string tenant) => ids[tenant];
}
