using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// DTK0044: item types inherit attributes from the classes below which they are, as far as they see their members, and never from
/// interfaces.
/// </summary>
internal static class AttributeNotInheritedRule
{
    /// <summary>The problems of a type that is not an item type.</summary>
    public static IEnumerable<ModelProblem> Find(INamedTypeSymbol type, ItemTypes itemTypes, CancellationToken cancellationToken)
    {
        if (type.TypeKind is not (TypeKind.Interface or TypeKind.Class))
            yield break;
        foreach (var member in type.GetMembers().Where(member => member is IPropertySymbol or IFieldSymbol))
        {
            var marked = member.GetAttributes().FirstOrDefault(attribute => attribute.IsToolkit());
            if (marked?.LocationOf(null, cancellationToken) is not { } location)
                continue;
            if (ReasonFor(type, member, marked, itemTypes) is not { } reason)
                continue;
            yield return RuleTable.AttributeNotInherited.Problem(
                location,
                ("attribute", AttributeNames.WithoutSuffix(marked.AttributeClass!.Name)), ("member", member.Name), ("reason", reason));
        }
    }

    private static string? ReasonFor(INamedTypeSymbol type, ISymbol member, AttributeData marked, ItemTypes itemTypes)
    {
        if (type.TypeKind == TypeKind.Interface)
            return "a class does not inherit it from an interface; repeat it on the member of the class";

        // Item types of this assembly have rules of their own, and see what is internal.
        var isBase = type is { IsSealed: false, IsStatic: false } && type.Access() == TokenAccess.Public;
        var isHidden = member.DeclaredAccessibility
                is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal;
        return isBase && isHidden && !marked.IsToolkit(AttributeNames.Ignore) && !itemTypes.HasTypeBelow(type)
            ? "item types of other assemblies can't see the member; make it protected or public"
            : null;
    }
}
