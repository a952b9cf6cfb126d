using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Removes a key, an index or a time to live from a map, and attributes that have no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeyOnMapFixer() : ModelFixer(RuleIds.KeyOnMap, RuleIds.AttributeWithoutEffect)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: { } declaration } attribute)
            return null;
        return request.Plan(
            $"Remove [{request.Argument(1)}]",
            editor => editor.ReplaceNode(declaration, (current, _) => current.WithoutAttributes(other => other.IsEquivalentTo(attribute))));
    }
}
