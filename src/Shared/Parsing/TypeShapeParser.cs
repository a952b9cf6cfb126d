using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Decides whether a type can be an item type at all.</summary>
internal static class TypeShapeParser
{
    /// <summary>Checks the declarations of the type and its containing types; false when its members need no look.</summary>
    public static bool Check(ParseContext context)
    {
        var type = context.Type;
        if (RefusalOf(type) is { } reason)
        {
            context.Problem(RuleTable.TypeNotSupported, type, ("type", type.ToMessage()), ("reason", reason));
            return false;
        }

        if (!IsPartial(type, context.CancellationToken))
            context.Problem(RuleTable.TypeNotPartial, type, ("type", type.ToMessage()));
        foreach (var containing in type.ContainingTypes().Where(containing => !IsPartial(containing, context.CancellationToken)))
        {
            context.Problem(
                RuleTable.ContainingTypeNotPartial, containing, ("type", type.ToMessage()), ("containing", containing.ToMessage()));
        }

        return true;
    }

    private static string? RefusalOf(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return type.TypeKind == TypeKind.Interface ? "an interface" : "neither a class nor a struct";
        if (type.IsStatic)
            return "static";
        if (type.IsAbstract && Families.Below(type).Count == 0)
            return "abstract, and no type with [DynamoType] derives from it";
        if (type.IsRefLikeType)
            return "a ref struct";
        foreach (var current in type.ContainingTypes().Prepend(type))
        {
            if (current.IsFileLocal)
                return "file-local";
            if (current.TypeParameters.Length > 0)
                return SymbolEqualityComparer.Default.Equals(current, type) ? "generic" : "nested in a generic type";
        }

        return null;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellationToken))
        .OfType<TypeDeclarationSyntax>()
        .All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
