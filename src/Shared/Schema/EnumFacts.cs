using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Collects the facts about an enum: the names or numbers under which its members are stored.</summary>
internal static class EnumFacts
{
    /// <summary>The value of a name that is read, and no longer written.</summary>
    public const string Alias = "alias";

    /// <summary>The facts about an enum.</summary>
    /// <param name="specs">How it is stored: by name, by number, or both.</param>
    /// <param name="symbol">The enum.</param>
    /// <param name="user">A type that stores it.</param>
    public static ModelOwner Of(IEnumerable<EnumSpec> specs, INamedTypeSymbol symbol, INamedTypeSymbol user)
    {
        var facts = new Dictionary<string, ModelFact>();
        var owner = $"enum {StoredTypes.NameOf(symbol.ToTypeRef())}";
        foreach (var spec in specs)
        {
            foreach (var name in spec.Members)
                Add($"name {SchemaText.Name(name.Text)}", null, name.Member);
            foreach (var name in spec.Aliases)
                Add($"name {SchemaText.Name(name.Text)}", Alias, name.Member);
            if (spec.Storage != EnumStorageSpec.Number)
                continue;
            foreach (var field in symbol.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
                Add($"number {field.ConstantValue}", SchemaText.Name(field.Name), field.Name);
        }

        var isHere = SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, user.ContainingAssembly);
        return new ModelOwner(owner, SchemaAnchor.Of(isHere ? symbol : user), [.. facts.Values]);

        void Add(string subject, string? value, string member)
        {
            if (!facts.ContainsKey(subject))
                facts.Add(subject, new ModelFact(new SchemaLine(owner, subject, value), SchemaAnchor.OfName(symbol, member, user)));
        }
    }

    /// <summary>The enums among the types that a member's type consists of.</summary>
    public static IEnumerable<INamedTypeSymbol> EnumsIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => EnumsIn(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } found => [found],
        INamedTypeSymbol named => named.TypeArguments.SelectMany(EnumsIn),
        _ => [],
    };
}
