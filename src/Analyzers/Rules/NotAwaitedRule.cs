using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Finds requests whose task is dropped in a method that is not async, where the compiler reports nothing:
/// <c>items.ForEach(i => t.PutAsync(i))</c>.
/// </summary>
internal static class NotAwaitedRule
{
    /// <summary>Looks at a call of the library.</summary>
    public static void Check(IInvocationOperation call, UseContext context)
    {
        if (call.Parent is IExpressionStatementOperation && call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal)
            && call.Type is { Name: "Task" or "ValueTask" } && !IsInAsync(call.Syntax, context))
        {
            context.Report(RuleTable.NotAwaited.Problem(call.Syntax.GetLocation(), ("method", call.TargetMethod.Name)));
        }
    }

    /// <summary>Whether the compiler itself warns of a task that nobody awaits (CS4014).</summary>
    private static bool IsInAsync(SyntaxNode node, UseContext context)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return context.Model.GetDeclaredSymbol(ancestor, context.CancellationToken) is IMethodSymbol { IsAsync: true };
                case CompilationUnitSyntax unit:
                    return unit.Members.OfType<GlobalStatementSyntax>().Any(Awaits);
            }
        }

        return false;
    }

    /// <summary>Whether a top-level statement awaits something itself, so that the program's entry is async.</summary>
    private static bool Awaits(GlobalStatementSyntax statement) => statement
        .DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static node => node is AwaitExpressionSyntax);
}
