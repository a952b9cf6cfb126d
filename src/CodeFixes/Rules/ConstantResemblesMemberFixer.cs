using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Puts the member that a constant key looks like into the template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConstantResemblesMemberFixer() : ModelFixer(RuleTable.ConstantResemblesMember)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var (template, word, replacement) = (request.Property("template"), request.Property("word"), request.Property("replacement"));
        var changed = string.Join("#", template.Split('#').Select(part => part == word ? replacement : part));
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal || !literal.Token.Text.Contains(template))
            return null;
        return request.Plan($"Change '{word}' to '{replacement}'", editor => editor.ReplaceText(literal, template, changed));
    }
}
