using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Questions about which types the code in another type can name.</summary>
internal static class VisibilityExtensions
{
    /// <summary>Whether a type and all that contain it are visible in another type.</summary>
    public static bool IsVisibleTo(this INamedTypeSymbol type, INamedTypeSymbol caller) =>
        type.ContainingTypes().Prepend(type).All(current => current.IsVisibleIn(caller));

    /// <summary>Whether a type is visible in another, provided that what contains it is.</summary>
    public static bool IsVisibleIn(this INamedTypeSymbol type, INamedTypeSymbol caller) => type.DeclaredAccessibility switch
    {
        Accessibility.Public or Accessibility.NotApplicable => true,
        Accessibility.Internal => IsFriend(type, caller),
        Accessibility.ProtectedOrInternal => IsFriend(type, caller) || IsInherited(type, caller),
        Accessibility.ProtectedAndInternal => IsFriend(type, caller) && IsInherited(type, caller),
        Accessibility.Protected => IsInherited(type, caller),
        _ => SelfAndAround(caller).Contains(type.ContainingType, SymbolEqualityComparer.Default),
    };

    private static bool IsFriend(INamedTypeSymbol type, INamedTypeSymbol caller) =>
        caller.ContainingAssembly.IsFriendOf(type.ContainingAssembly);

    private static bool IsInherited(INamedTypeSymbol type, INamedTypeSymbol caller) =>
        SelfAndAround(caller).SelectMany(around => around.SelfAndBases()).Contains(type.ContainingType, SymbolEqualityComparer.Default);

    private static IEnumerable<INamedTypeSymbol> SelfAndAround(INamedTypeSymbol type) => type.ContainingTypes().Prepend(type);
}
