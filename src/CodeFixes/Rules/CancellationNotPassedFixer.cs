using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Passes the token that is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CancellationNotPassedFixer() : ModelFixer(RuleTable.CancellationNotPassed)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var token = request.Property("token").ToIdentifier();
        if (request.Node.CallOfName() is { } call && request.Property("method") != "The loop")
        {
            return Parameter(request, call) is { } name
                ? request.Plan(
                    $"Pass '{token}'",
                    editor => editor.ReplaceNode(call, (current, _) => With((InvocationExpressionSyntax)current, token, name)))
                : null;
        }

        return request.Node is ExpressionSyntax { Parent: ForEachStatementSyntax } items
            ? request.Plan($"Pass '{token}'", editor => editor.ReplaceNode(items, (current, _) => ((ExpressionSyntax)current)
                .Call("WithCancellation")
                .WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(Argument(token, null))))))
            : null;
    }

    private static InvocationExpressionSyntax With(InvocationExpressionSyntax call, string token, string name) =>
        call.WithArgumentList(call.ArgumentList.AddArguments(Argument(token, name.Length == 0 ? null : name)));

    private static ArgumentSyntax Argument(string token, string? name) =>
        SyntaxFactory.Argument(
            name is null ? null : SyntaxFactory.NameColon(
                SyntaxFactory.IdentifierName(name), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)),
            default,
            SyntaxFactory.IdentifierName(token));

    /// <summary>The parameter's name, or no text if the argument stands in its place; null if there is no such parameter.</summary>
    private static string? Parameter(FixRequest request, InvocationExpressionSyntax call)
    {
        if (request.Model.GetSymbolInfo(call, request.CancellationToken).Symbol is not IMethodSymbol method)
            return null;
        var at = method.Parameters.Select((parameter, i) => (parameter, i)).LastOrDefault(
            one => one.parameter.Type.Name == "CancellationToken");
        var given = call.ArgumentList.Arguments;
        return at.parameter is null ? null
            : at.i == given.Count && given.All(argument => argument.NameColon is null) ? "" : at.parameter.Name;
    }
}
