using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Knows .NET's collections.</summary>
internal static class WellKnownCollections
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";

    private static readonly Dictionary<string, (ValueKind Value, CollectionKind Kind)> Known = new()
    {
        [Generic + "List`1"] = (ValueKind.List, CollectionKind.Standard),
        [Generic + "IList`1"] = (ValueKind.List, CollectionKind.Interface),
        [Generic + "ICollection`1"] = (ValueKind.List, CollectionKind.Interface),
        [Generic + "IEnumerable`1"] = (ValueKind.List, CollectionKind.Interface),
        [Generic + "IReadOnlyList`1"] = (ValueKind.List, CollectionKind.Interface),
        [Generic + "IReadOnlyCollection`1"] = (ValueKind.List, CollectionKind.Interface),
        [Immutable + "ImmutableArray`1"] = (ValueKind.List, CollectionKind.ImmutableArray),
        [Immutable + "ImmutableList`1"] = (ValueKind.List, CollectionKind.Immutable),
        [Generic + "HashSet`1"] = (ValueKind.Set, CollectionKind.Standard),
        [Generic + "ISet`1"] = (ValueKind.Set, CollectionKind.Interface),
        [Generic + "IReadOnlySet`1"] = (ValueKind.Set, CollectionKind.Interface),
        [Generic + "SortedSet`1"] = (ValueKind.Set, CollectionKind.Sorted),
        [Immutable + "ImmutableHashSet`1"] = (ValueKind.Set, CollectionKind.Immutable),
        [Immutable + "ImmutableSortedSet`1"] = (ValueKind.Set, CollectionKind.ImmutableSorted),
        [Frozen + "FrozenSet`1"] = (ValueKind.Set, CollectionKind.Frozen),
        [Generic + "Dictionary`2"] = (ValueKind.Dictionary, CollectionKind.Standard),
        [Generic + "IDictionary`2"] = (ValueKind.Dictionary, CollectionKind.Interface),
        [Generic + "IReadOnlyDictionary`2"] = (ValueKind.Dictionary, CollectionKind.Interface),
        [Generic + "SortedDictionary`2"] = (ValueKind.Dictionary, CollectionKind.Sorted),
        [Immutable + "ImmutableDictionary`2"] = (ValueKind.Dictionary, CollectionKind.Immutable),
        [Immutable + "ImmutableSortedDictionary`2"] = (ValueKind.Dictionary, CollectionKind.ImmutableSorted),
        [Frozen + "FrozenDictionary`2"] = (ValueKind.Dictionary, CollectionKind.Frozen),
    };

    /// <summary>The kind of collection that a type is; null when it is not a known collection.</summary>
    public static WellKnownCollection? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array)
            return new WellKnownCollection(ValueKind.List, CollectionKind.Array, array.ElementType, null);
        if (type is not INamedTypeSymbol { IsGenericType: true } named || !Known.TryGetValue(named.WellKnownName(), out var found))
            return null;
        return found.Value == ValueKind.Dictionary
            ? new WellKnownCollection(found.Value, found.Kind, named.TypeArguments[1], named.TypeArguments[0])
            : new WellKnownCollection(found.Value, found.Kind, named.TypeArguments[0], null);
    }
}
