using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Puts a <c>#</c> between two members that stand side by side in a template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TemplateAmbiguousFixer() : ModelFixer(RuleIds.TemplateAmbiguous)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // Where another separator stands, it may be wanted in its place or beside the '#': not plain.
        var part = $"{{{request.Argument(1)}}}";
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal || !literal.Token.ValueText.Contains(part + "{"))
            return null;
        return request.Plan($"Put '#' after '{part}'", editor => editor.ReplaceNode(literal, (current, _) => ((LiteralExpressionSyntax)current).Replace(part + "{", part + "#{")));
    }
}
