using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Puts a <c>#</c> between two adjacent members of a template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TemplateAmbiguousFixer() : ModelFixer(RuleTable.TemplateAmbiguous)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // Another separator may have to stay or go, so there is no obvious fix where one stands.
        var part = request.Property("part");
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal || !literal.Token.ValueText.Contains(part + "{"))
            return null;
        return request.Plan($"Put '#' after '{part}'", editor => editor.ReplaceText(literal, part + "{", part + "#{"));
    }
}
