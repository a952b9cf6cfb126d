using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Decides whether a type can be an item type at all.</summary>
internal static class TypeShapeParser
{
    /// <summary>The version of C# that generated code is written in.</summary>
    private const LanguageVersion RequiredVersion = LanguageVersion.CSharp12;

    /// <summary>Checks the declarations of the type and its containing types; false if nothing can be generated for it.</summary>
    public static bool Check(ParseContext context)
    {
        var type = context.Type;
        if (LanguageOf(type) is { } version && version < RequiredVersion)
        {
            context.Problem(
                RuleTable.LanguageVersionTooLow,
                type,
                ("version", version.ToDisplayString()), ("type", type.ToMessage()), ("required", RequiredVersion.ToDisplayString()));
            return false;
        }

        // The compiler reports the attribute, the modifiers or a constraint.
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || type is { IsAbstract: true, IsSealed: true, IsStatic: false }
            || type.TypeParameters.Any(parameter => parameter.ConstraintTypes.Any(constraint => constraint.IsUnknown())))
        {
            context.Fail();
            return false;
        }

        // The compiler reports the base class, and what the type inherits is unknown.
        if (type.SelfAndBases().Any(self => self.TypeKind == TypeKind.Error))
            context.FailAndMute();

        if (RefusalOf(type) is { } reason)
        {
            // The members need no look, but a skeleton does.
            context.Problem(RuleTable.TypeNotSupported, type, ("type", type.ToMessage()), ("reason", reason));
            context.Mute();
            return CanHavePart(type);
        }

        if (NotPartial(type, context.CancellationToken) is { } place)
            context.Problem(RuleTable.TypeNotPartial, place, ("type", type.ToMessage()));
        foreach (var containing in type.ContainingTypes())
        {
            if (NotPartial(containing, context.CancellationToken) is { } outer)
            {
                context.Problem(
                    RuleTable.ContainingTypeNotPartial, outer, ("type", type.ToMessage()), ("containing", containing.ToMessage()));
            }
        }

        return true;
    }

    /// <summary>Whether another file can declare a part of the type that implements an interface with static members.</summary>
    public static bool CanHavePart(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false }
        && !type.ContainingTypes().Prepend(type).Any(current => current.IsFileLocal);

    private static string? RefusalOf(INamedTypeSymbol type)
    {
        if (type.IsStatic)
            return "static";
        if (type.IsRefLikeType)
            return "a ref struct";
        foreach (var current in type.ContainingTypes().Prepend(type))
        {
            if (current.IsFileLocal)
                return "file-local";
            if (current.TypeParameters.Length > 0)
                return SymbolEqualityComparer.Default.Equals(current, type) ? "generic" : "nested in a generic type";
        }

        return type.IsAbstract && Families.Below(type).Count == 0 ? "abstract, and no type with [DynamoType] derives from it" : null;
    }

    private static LanguageVersion? LanguageOf(INamedTypeSymbol type) =>
        (type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion;

    /// <summary>The name in the first declaration of the type without <c>partial</c>; null if all declarations have it.</summary>
    private static Location? NotPartial(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellationToken))
        .OfType<TypeDeclarationSyntax>()
        .FirstOrDefault(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))?.Identifier.GetLocation();
}
