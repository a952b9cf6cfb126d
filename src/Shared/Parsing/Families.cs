using System.Runtime.CompilerServices;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Finds the types with [DynamoType] below a base class. An assembly is searched once, however many families it has.</summary>
internal sealed class Families
{
    private const string DefaultAttributeName = "_type";

    private static readonly ConditionalWeakTable<IAssemblySymbol, Families> Known = new();

    private readonly Dictionary<INamedTypeSymbol, List<(int Depth, INamedTypeSymbol Type, DerivedTypeSpec Spec)>> derived =
        new(SymbolEqualityComparer.Default);

    private Families(IAssemblySymbol assembly)
    {
        foreach (var type in assembly.GlobalNamespace.AllTypes())
            Add(type);
    }

    /// <summary>The types of a base class's family, the most derived first.</summary>
    public static EquatableArray<DerivedTypeSpec> Below(INamedTypeSymbol type) =>
        IsBase(type) ? Find(type).Select(one => one.Spec).ToEquatableArray() : default;

    /// <summary>The item types with [DynamoType] below a class, the least derived first, even where the class can't read them.</summary>
    public static IReadOnlyList<INamedTypeSymbol> TypesBelow(INamedTypeSymbol type) =>
        [.. Find(type).OrderBy(one => one.Depth).Select(one => one.Type)];

    /// <summary>The types that a base class reads and writes, in any order.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesRead(INamedTypeSymbol type) => IsBase(type) ? Find(type).Select(one => one.Type) : [];

    /// <summary>How a type is told from its siblings; null when it does not say.</summary>
    public static DiscriminatorSpec? DiscriminatorOf(INamedTypeSymbol type) =>
        type.ToolkitAttribute(AttributeNames.Type) is { } attribute && attribute.Text(0) is { } name
            ? new DiscriminatorSpec(attribute.NamedText("AttributeName") ?? DefaultAttributeName, name)
            : null;

    /// <summary>The type that gives its name to unique values and indexes: the types of a family share them.</summary>
    public static string OwnerName(INamedTypeSymbol type) => DiscriminatorOf(type) is null
        ? type.Name
        : type.SelfAndBases().Last(one => one.HasToolkitAttribute(AttributeNames.Table)).Name;

    private static bool IsBase(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsSealed: false } && (type.IsAbstract || type.HasToolkitAttribute(AttributeNames.Type));

    /// <summary>The attribute that tells a type from others of its family; null if it has no family.</summary>
    public static string? AttributeNameOf(INamedTypeSymbol type) =>
        DiscriminatorOf(type)?.AttributeName ?? Below(type).FirstOrDefault()?.Discriminator.AttributeName;

    private static IEnumerable<(int Depth, INamedTypeSymbol Type, DerivedTypeSpec Spec)> Find(INamedTypeSymbol type) =>
        // Most item types are sealed; an assembly that has only those is never searched.
        !type.IsSealed && Of(type.ContainingAssembly).derived.TryGetValue(type, out var found)
            ? found.OrderByDescending(one => one.Depth).ThenBy(one => one.Spec.Type.FullName, StringComparer.Ordinal)
            : [];

    private static Families Of(IAssemblySymbol assembly) => Known.GetValue(assembly, static assembly => new Families(assembly));

    private void Add(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, BaseType.SpecialType: not SpecialType.System_Object })
            return;
        if (!type.IsItemType() || DiscriminatorOf(type) is not { } discriminator)
            return;
        if (!TypeShapeParser.CanHavePart(type) || type.ContainingTypes().Prepend(type).Any(current => current.TypeParameters.Length > 0))
            return;
        var expires = type.SelfAndBases()
            .SelectMany(declaring => declaring.GetMembers())
            .Any(member => member is IPropertySymbol or IFieldSymbol && MemberAttributes.Has(member, AttributeNames.TimeToLive));
        var spec = new DerivedTypeSpec(type.ToTypeRef(), discriminator, expires, HasIndexes: DeclaresIndex(type));
        var bases = type.SelfAndBases().Skip(1).ToList();
        foreach (var ancestor in bases)
        {
            var own = spec;
            if (DeclaresIndex(ancestor))
                spec = spec with { HasIndexes = true };

            // A base can't name what it can't access; a rule reports that.
            if (!type.IsVisibleTo(ancestor))
                continue;
            if (!derived.TryGetValue(ancestor, out var family))
                derived[ancestor] = family = [];
            family.Add((bases.Count, type, own));
        }
    }

    private static bool DeclaresIndex(INamedTypeSymbol type) =>
        type.HasToolkitAttribute(AttributeNames.GlobalIndex) || type.HasToolkitAttribute(AttributeNames.LocalIndex);
}
