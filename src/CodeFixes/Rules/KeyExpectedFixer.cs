using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Makes a key of a value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KeyExpectedFixer() : ModelFixer(RuleTable.KeyExpected)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var replacement = request.Property("replacement");
        return !replacement.Contains("…") && request.Node.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument
            ? request.Plan(
                $"Write '{replacement}'",
                editor => editor.ReplaceNode(
                    argument.Expression, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(argument.Expression)))
            : null;
    }
}
