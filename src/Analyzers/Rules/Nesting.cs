using System.Globalization;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Walks the maps and lists inside an item type.</summary>
internal sealed class Nesting(ModelRuleContext context)
{
    /// <summary>How many maps and lists DynamoDB stores inside each other.</summary>
    public const int MaxLevels = 32;

    /// <summary><see cref="MaxLevels"/> for messages.</summary>
    public static string MaxLevelsText => MaxLevels.ToString(CultureInfo.InvariantCulture);

    private readonly List<INamedTypeSymbol> path = [];

    /// <summary>How deeply maps and lists nest; a type inside itself counts once.</summary>
    public int LevelsOf(ParsedType type) => LevelsOf(type.Symbol, type.Spec!);

    /// <summary>The members through which the type can hold itself.</summary>
    public IEnumerable<string> MembersThatLeadBack() => context.Spec.Members
        .Where(member => MapTypeOf(member, context.Symbol) is { } map && LeadsBack(map, []))
        .Select(member => member.Name);

    /// <summary>The map type in a member, under all lists and dictionaries.</summary>
    public static INamedTypeSymbol? MapTypeOf(MemberSpec member, INamedTypeSymbol owner)
    {
        var value = member.Value;
        while (value is { Kind: ValueKind.List or ValueKind.Dictionary, Element: { } element })
            value = element;
        if (value.Kind != ValueKind.Map || owner.FindMember(member.Name) is not { } symbol)
            return null;
        var type = symbol.MemberType();
        while (WellKnownCollections.Find(type.WithoutNullable()) is { } collection)
            type = collection.Element;
        return type.WithoutNullable() as INamedTypeSymbol;
    }

    private int LevelsOf(INamedTypeSymbol type, ItemSpec spec)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        path.Add(type);
        var max = 0;
        foreach (var member in spec.Members)
        {
            var levels = Collections(member.Value);
            if (MapTypeOf(member, type) is { } map && !path.Contains(map, SymbolEqualityComparer.Default) && SpecOf(map) is { } inner)
                levels += 1 + LevelsOf(map, inner);
            max = Math.Max(max, levels);
        }

        path.RemoveAt(path.Count - 1);
        return max;
    }

    private bool LeadsBack(INamedTypeSymbol type, HashSet<INamedTypeSymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(type, context.Symbol))
            return true;
        return seen.Add(type) && SpecOf(type) is { } spec &&
            spec.Members.Any(member => MapTypeOf(member, type) is { } map && LeadsBack(map, seen));
    }

    private ItemSpec? SpecOf(INamedTypeSymbol type) => context.ItemTypes.Parse(type, context.CancellationToken).Spec;

    private static int Collections(ValueSpec value) =>
        value is { Kind: ValueKind.List or ValueKind.Dictionary, Element: { } element } ? 1 + Collections(element) : 0;
}
