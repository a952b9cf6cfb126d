using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Throws if a batch is incomplete.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BatchResultIgnoredFixer() : ModelFixer(RuleTable.BatchResultIgnored)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var call = request.Node.CallOfName();

        // ConfigureAwait may be in between.
        if (call?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } access)
            call = access.Parent as InvocationExpressionSyntax;
        return call?.Parent is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } awaited
            ? request.Plan(
                "Throw if the batch is incomplete",
                editor => editor.ReplaceNode(awaited, static (current, _) => SyntaxFactory
                    .ParenthesizedExpression(
                        ((ExpressionSyntax)current).WithoutTrivia()).Call("ThrowIfIncomplete").WithTriviaFrom(current)))
            : null;
    }
}
