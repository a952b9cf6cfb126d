using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Puts the member that a constant key looks like into the template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConstantResemblesMemberFixer() : ModelFixer(RuleIds.ConstantResemblesMember)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var (template, word, member) = (request.Argument(0), request.Argument(1), $"{{{request.Argument(2)}}}");
        var words = template.Split('#').Select(part => part == word ? member : part);
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal || !literal.Token.Text.Contains(template))
            return null;
        return request.Plan(
            $"Change '{word}' to '{member}'",
            editor => editor.ReplaceNode(literal, (current, _) => ((LiteralExpressionSyntax)current).Replace(template, string.Join("#", words))));
    }
}
