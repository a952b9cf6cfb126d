using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Schema;

/// <summary>The facts of all item types, maps and stored enums of a compilation.</summary>
internal sealed class SchemaModel
{
    private readonly HashSet<string> keyEnums = [];

    private SchemaModel(List<ModelOwner> owners, bool isComplete)
    {
        Owners = owners.ToDictionary(owner => owner.Owner);
        IsComplete = isComplete;
    }

    /// <summary>The owners of facts.</summary>
    public IReadOnlyDictionary<string, ModelOwner> Owners { get; }

    /// <summary>Whether the facts of all types are known. A type with a mistake has none, although it is still there.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether the stored names of an enum are part of keys.</summary>
    public bool IsInKeys(string owner) => keyEnums.Contains(owner);

    /// <summary>Collects the facts.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="parse">Returns the model of a type; null if it has a mistake.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SchemaModel Of(Compilation compilation, Func<INamedTypeSymbol, ItemSpec?> parse, CancellationToken cancellationToken)
    {
        var types = new List<(INamedTypeSymbol Type, ItemSpec Spec)>();
        var isComplete = true;
        foreach (var type in compilation.Assembly.GlobalNamespace.AllTypes().Where(type => type.IsItemType()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parse(type) is not { } spec)
                isComplete = false;
            else if (spec is { IsAbstract: false, ViewOf: null })
                // An abstract type has no items but those of the types below it, and a view those of another type.
                types.Add((type, spec));
        }

        types.Sort((one, other) => string.CompareOrdinal(one.Spec.Type.FullName, other.Spec.Type.FullName));
        var owners = types.Select(type => ItemFacts.Of(type.Type, type.Spec)).ToList();
        owners.AddRange(types.Where(type => type.Spec.TableName is not null)
            .GroupBy(type => type.Spec.TableName!)
            .Select(table => TableFacts.Of(table.Key, [.. table])));
        owners.AddRange(types.SelectMany(type => Enums(type.Type, type.Spec))
            .GroupBy(found => found.Spec.Type.FullName)
            .Select(found => EnumFacts.Of(found.Select(one => one.Spec).Distinct(), found.First().Symbol, found.First().User)));
        var model = new SchemaModel(owners, isComplete);
        foreach (var (_, spec) in types)
        {
            foreach (var part in spec.Keys.SelectMany(key => key.Members).Select(spec.Member))
            {
                if (part.Value.Enum is { Storage: EnumStorageSpec.Name } stored)
                    model.keyEnums.Add($"enum {StoredTypes.NameOf(stored.Type)}");
            }
        }

        return model;
    }

    private static IEnumerable<(EnumSpec Spec, INamedTypeSymbol Symbol, INamedTypeSymbol User)> Enums(INamedTypeSymbol type, ItemSpec spec)
    {
        if (spec.Enums.Count == 0)
            return [];
        var symbols = spec.Members
            .Select(member => type.FindMember(member.Name))
            .OfType<ISymbol>()
            .SelectMany(member => EnumFacts.EnumsIn(member.MemberType()))
            .GroupBy(symbol => symbol.ToTypeRef().FullName)
            .ToDictionary(symbols => symbols.Key, symbols => symbols.First());
        return spec.Enums
            .Where(found => symbols.ContainsKey(found.Type.FullName))
            .Select(found => (found, symbols[found.Type.FullName], type));
    }
}
