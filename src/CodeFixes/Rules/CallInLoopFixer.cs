using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Sends the puts or deletes of a loop as a batch, where the loop does nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CallInLoopFixer() : ModelFixer(RuleTable.CallInLoop)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.CallOfName() is not { Expression: MemberAccessExpressionSyntax access, Parent: AwaitExpressionSyntax awaited } call
            || awaited.Parent is not ExpressionStatementSyntax { Parent: var parent } || request.Property("method") == "GetAsync")
        {
            return null;
        }

        var loop = parent switch
        {
            ForEachStatementSyntax only => only,
            BlockSyntax { Statements.Count: 1, Parent: ForEachStatementSyntax only } => only,
            _ => null,
        };
        if (loop is null || loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) || !HasSelect(request, loop)
            || call.ArgumentList.Arguments is not [{ NameColon: null } first, ..] || call.ArgumentList.Arguments.Count > 2)
        {
            return null;
        }

        var table = access.Expression.WithoutTrivia();
        var method = request.Property("method") == "PutAsync" ? "Put" : "Delete";
        var token = call.ArgumentList.Arguments.Count == 2 ? $", {call.ArgumentList.Arguments[1].Expression}" : "";
        var batch = SyntaxFactory.ParseStatement(
            $"(await {table}.Client.BatchWriteAsync({Operand(loop.Expression)}"
            + $".Select({loop.Identifier} => {table}.{method}({first.Expression})){token})).ThrowIfIncomplete();");
        return request.Plan("Write a batch", editor => editor.ReplaceNode(loop, batch.WithTriviaFrom(loop)));
    }

    private static string Operand(ExpressionSyntax items) =>
        items is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            ? items.ToString()
            : $"({items})";

    /// <summary>Whether LINQ is in scope.</summary>
    private static bool HasSelect(FixRequest request, ForEachStatementSyntax loop) =>
        request.Model.GetTypeInfo(loop.Expression, request.CancellationToken).Type is { } type
        && request.Model.LookupSymbols(loop.SpanStart, type, "Select", includeReducedExtensionMethods: true)
            .Any(symbol => symbol.ContainingNamespace.ToDisplayString() == "System.Linq");
}
