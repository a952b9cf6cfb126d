using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Filters the scan with the lambda.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LambdaNotTakenFixer() : ModelFixer(RuleTable.LambdaNotTaken)
{
    private protected override FixPlan? Plan(FixRequest request) =>
        request.Property("method") == "Scan"
            && request.Node.CallOfName() is { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments.Count: 1 } call
            ? request.Plan("Use Scan().Where()", editor => editor.ReplaceNode(call, static (current, _) =>
            {
                var old = (InvocationExpressionSyntax)current;
                return old.WithArgumentList(SyntaxFactory.ArgumentList()).WithoutTrailingTrivia().Call("Where")
                    .WithArgumentList(old.ArgumentList).WithTriviaFrom(old);
            }))
            : null;
}
