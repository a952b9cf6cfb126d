using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// DTK0023: a type's name is stored with an item, and without [DynamoTable] or [DynamoMap] there is no item. This rule and
/// <see cref="AttributeNotInheritedRule"/> are about types that are not item types.
/// </summary>
internal static class NamedTypeNotMappedRule
{
    /// <summary>The problem with a type that is not an item type; null when there is none.</summary>
    public static ModelProblem? Find(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.TypeKind is (TypeKind.Class or TypeKind.Struct)
        && type.ToolkitAttribute(AttributeNames.Type)?.LocationOf(null, cancellationToken) is { } location
            ? RuleTable.NamedTypeNotMapped.Problem(location, ("type", type.ToMessage()))
            : null;
}
