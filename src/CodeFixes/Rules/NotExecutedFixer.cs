using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Executes a write or a get that is never sent, where the method can await it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NotExecutedFixer() : ModelFixer(RuleTable.NotExecuted)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // A query returns items that somebody has to take, a condition check is part of a transaction, and a variable may get more calls.
        if (!request.Property("remedy").Contains("ExecuteAsync") || request.Node is not ExpressionSyntax expression
            || expression.Parent is EqualsValueClauseSyntax || !expression.CanAwait())
        {
            return null;
        }

        return request.Plan(
            "Await ExecuteAsync()", editor => editor.ReplaceNode(expression, static (current, _) => Awaited((ExpressionSyntax)current)));
    }

    private static AwaitExpressionSyntax Awaited(ExpressionSyntax builder) =>
        builder.WithoutTrivia().Call("ExecuteAsync").Awaited().WithTriviaFrom(builder);
}
