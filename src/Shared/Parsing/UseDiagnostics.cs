using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>
/// Collects what the compiler reports about each use of a type's members, so that generated code, which has no choice, reports none of it.
/// </summary>
internal sealed class UseDiagnostics(IAssemblySymbol assembly)
{
    private readonly SortedSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>The ids of warnings that members or their types chose: of experimental ones, and of obsolete ones with an id.</summary>
    public EquatableArray<string> Ids => ids.ToEquatableArray();

    /// <summary>Whether something is obsolete as an error. No pragma disables that, but code that is obsolete itself may use it.</summary>
    public bool HasObsoleteErrors { get; private set; }

    /// <summary>Notes a use of a property or field: of its accessors and of its type.</summary>
    /// <returns>Whether the member or its type is obsolete as an error.</returns>
    public bool AddMember(ISymbol member)
    {
        var isError = Add(member) | AddType(member.MemberType());
        if (member is IPropertySymbol property)
            isError |= Add(property.GetMethod) | Add(property.SetMethod);
        return isError;
    }

    /// <summary>Notes a use of a type, its elements, its type arguments and, if it is an enum, its values.</summary>
    /// <returns>Whether one of them is obsolete as an error.</returns>
    public bool AddType(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return AddType(array.ElementType);
            case INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_Nullable_T } named:
                var isError = Add(named) | AddType(named.ContainingType);
                foreach (var argument in named.TypeArguments)
                    isError |= AddType(argument);
                return named.TypeKind == TypeKind.Enum ? isError | AddValues(named) : isError;
            default:
                return false;
        }
    }

    /// <summary>Notes a use of any other symbol, such as a constructor.</summary>
    /// <returns>Whether it is obsolete as an error.</returns>
    public bool Add(ISymbol? symbol)
    {
        if (symbol is null)
            return false;
        var isError = false;
        foreach (var attribute in symbol.GetAttributes())
            isError |= Add(attribute);
        if (symbol is INamedTypeSymbol && !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly))
        {
            foreach (var attribute in symbol.ContainingAssembly.GetAttributes().Concat(symbol.ContainingModule.GetAttributes()))
                Add(attribute);
        }

        HasObsoleteErrors |= isError;
        return isError;
    }

    private bool AddValues(INamedTypeSymbol type)
    {
        var isError = false;
        foreach (var value in type.GetMembers())
        {
            if (value is IFieldSymbol)
                isError |= Add(value);
        }

        return isError;
    }

    private bool Add(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return false;
        if (type.Name == "ExperimentalAttribute" && type.WellKnownName() == "System.Diagnostics.CodeAnalysis.ExperimentalAttribute")
            AddId(attribute.Text(0));
        if (type.Name != nameof(ObsoleteAttribute) || type.WellKnownName() != "System.ObsoleteAttribute")
            return false;
        AddId(attribute.NamedText("DiagnosticId"));
        return attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is true;
    }

    private void AddId(string? id)
    {
        // A pragma takes nothing else, and neither does an id that the compiler reports.
        if (id is { Length: > 0 } && id.All(character => char.IsLetterOrDigit(character) || character == '_') && !char.IsDigit(id[0]))
            ids.Add(id);
    }
}
