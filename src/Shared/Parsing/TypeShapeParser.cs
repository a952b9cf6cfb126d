using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Decides whether a type can be an item type at all.</summary>
internal static class TypeShapeParser
{
    /// <summary>Checks the type's declaration and those around it; false when there is no point in looking at its members.</summary>
    public static bool Check(ParseContext context)
    {
        var type = context.Type;
        if (RefusalOf(type) is { } reason)
        {
            context.Problem(RuleIds.TypeNotSupported, type, type.ToMessage(), reason);
            return false;
        }

        if (!IsPartial(type, context.CancellationToken))
            context.Problem(RuleIds.TypeNotPartial, type, type.ToMessage());
        for (var containing = type.ContainingType; containing is not null; containing = containing.ContainingType)
        {
            if (!IsPartial(containing, context.CancellationToken))
                context.Problem(RuleIds.ContainingTypeNotPartial, containing, type.ToMessage(), containing.ToMessage());
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
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
                return "visible in its own file only";
            if (current.TypeParameters.Length > 0)
                return SymbolEqualityComparer.Default.Equals(current, type) ? "generic" : "inside a generic type";
        }

        return null;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                return false;
        }

        return true;
    }
}
