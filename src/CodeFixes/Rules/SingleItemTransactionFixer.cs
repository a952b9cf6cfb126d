using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Executes the only write of a transaction alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SingleItemTransactionFixer() : ModelFixer(RuleTable.SingleItemTransaction)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // Whoever uses the transaction's result would get another one.
        if (request.Node.CallOfName() is not { Parent: AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } } call
            || call.ArgumentList.Arguments.FirstOrDefault()?.Expression is not CollectionExpressionSyntax collection
            || collection.Elements is not [ExpressionElementSyntax only])
        {
            return null;
        }

        var alone = only.Expression.WithoutTrivia().Call("ExecuteAsync");
        return request.Plan("Execute it alone", editor => editor.ReplaceNode(
            call,
            alone
                .WithArgumentList(call.ArgumentList.WithArguments(call.ArgumentList.Arguments.RemoveAt(0)))
                .WithTriviaFrom(call)));
    }
}
