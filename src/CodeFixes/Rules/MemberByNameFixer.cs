using System.Composition;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Names the member with a lambda.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MemberByNameFixer() : ModelFixer(RuleTable.MemberByName)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var replacement = request.Property("replacement");
        return request.Node.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument
            ? request.Plan(
                $"Write '{replacement}'",
                editor => editor.ReplaceNode(
                    argument.Expression, SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(argument.Expression)))
            : null;
    }
}
