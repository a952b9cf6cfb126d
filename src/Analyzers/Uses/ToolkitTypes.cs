using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Uses;

/// <summary>Recognizes the types of the runtime in code that uses them.</summary>
internal static class ToolkitTypes
{
    /// <summary>Whether a value stands for an attribute in an expression.</summary>
    public static bool IsToken(this ITypeSymbol? type) => type is not null && (IsAttribute(type) || type.AllInterfaces.Any(IsAttribute));

    /// <summary>The type of the values of an attribute; null for anything else.</summary>
    public static ITypeSymbol? ValueOfToken(this ITypeSymbol? type) => type is null ? null
        : type.AllInterfaces.Concat(type is INamedTypeSymbol self ? [self] : [])
            .FirstOrDefault(static one => IsAttribute(one) && one.TypeArguments.Length == 2)?.TypeArguments[0];

    /// <summary>Whether a value is a <see cref="bool"/> of the program.</summary>
    public static bool IsBoolean(this ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Boolean;

    /// <summary>Whether a value is a condition, as a boolean token is too.</summary>
    public static bool IsCondition(this ITypeSymbol? type) => type is INamedTypeSymbol named
        && named.SelfAndBases().Any(one => one.Name == "Condition" && IsInExpressions(one));

    /// <summary>Whether a value is a sum or difference that an update computes.</summary>
    public static bool IsUpdateValue(this ITypeSymbol? type) => type is { Name: "UpdateValue" } && IsInExpressions(type);

    /// <summary>Whether a value stands in the place of an index's key among the index's tokens.</summary>
    public static bool IsKeyOfIndex(this ITypeSymbol? type) => type is { Name: "KeyOfIndex" } && IsInExpressions(type);

    /// <summary>Whether a type is the generated tokens of an item type as a whole.</summary>
    public static bool IsTokens(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: { } owner } && owner.HasToolkitAttribute(AttributeNames.Table);

    /// <summary>Whether a value only builds a request: a write, a get, a query or a scan.</summary>
    public static bool IsBuilder(this ITypeSymbol? type) => type is INamedTypeSymbol named
        && named.SelfAndBases().Any(
            one => one.Name is "WriteBuilder" or "GetBuilder" or "ItemSequence" && IsInRoot(one.ContainingNamespace));

    /// <summary>Whether a value is a query or a scan.</summary>
    public static bool IsSequence(this ITypeSymbol? type) => type is INamedTypeSymbol named
        && named.SelfAndBases().Any(one => one.Name == "ItemSequence" && IsInRoot(one.ContainingNamespace));

    /// <summary>Whether a symbol is of the runtime.</summary>
    public static bool IsOfToolkit(this ISymbol symbol) =>
        symbol.ContainingAssembly?.Name == AttributeNames.Namespace;

    private static bool IsAttribute(ITypeSymbol type) => type.Name == "IAttribute" && IsInExpressions(type);

    // Names are compared part by part: this is asked for each node of each lambda, and ToDisplayString would make a new text each time.
    private static bool IsInExpressions(ISymbol symbol) =>
        symbol.ContainingNamespace is { Name: "Expressions" } space && IsInRoot(space.ContainingNamespace);

    private static bool IsInRoot(INamespaceSymbol? space) =>
        space is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
