using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Calls the method that does what LINQ's would.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LinqOnSequenceFixer() : ModelFixer(RuleTable.LinqOnSequence)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.CallOfName() is not { Expression: MemberAccessExpressionSyntax access } call)
            return null;
        var arguments = call.ArgumentList.Arguments.Count;
        var name = request.Property("method") switch
        {
            "Take" when arguments == 1 => "Limit",
            "Count" or "LongCount" when arguments == 0 => "CountAsync",
            "Any" when arguments == 0 => "AnyAsync",
            "First" or "FirstOrDefault" when arguments == 0 => "FirstOrDefaultAsync",
            "Single" or "SingleOrDefault" when arguments == 0 => "SingleOrDefaultAsync",
            "ToList" when arguments == 0 => "ToListAsync",
            _ => null,
        };
        if (name is null || (name != "Limit" && call.Parent is not AwaitExpressionSyntax && !call.CanAwait()))
            return null;
        return request.Plan($"Use {name}()", editor => editor.ReplaceNode(call, (current, _) =>
        {
            var old = (InvocationExpressionSyntax)current;
            var renamed = old.WithExpression(((MemberAccessExpressionSyntax)old.Expression).WithName(SyntaxFactory.IdentifierName(name)));
            if (name == "Limit" || call.Parent is AwaitExpressionSyntax)
                return renamed;
            ExpressionSyntax awaited = renamed.WithoutTrivia().Awaited();
            return (
                call.Parent is MemberAccessExpressionSyntax or PostfixUnaryExpressionSyntax or ElementAccessExpressionSyntax
                    or ConditionalAccessExpressionSyntax
                    ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited).WithTriviaFrom(current);
        }));
    }
}
