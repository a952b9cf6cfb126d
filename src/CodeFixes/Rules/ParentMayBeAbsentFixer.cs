using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Updates only an item that has the map.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ParentMayBeAbsentFixer() : ModelFixer(RuleTable.ParentMayBeAbsent)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.CallOfName() is not { } call)
            return null;
        var condition = $"r => r.{request.Property("parent").ToIdentifier()}.Exists()";
        return request.Plan(
            $"Add 'If({condition})'", editor => editor.ReplaceNode(call, (current, _) => ((ExpressionSyntax)current).WithoutTrailingTrivia()
            .Call("If")
            .WithArgumentList(SyntaxFactory.ParseArgumentList($"({condition})"))
            .WithTrailingTrivia(current.GetTrailingTrivia())));
    }
}
