using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Finds <c>await runs.Get(key)</c>: a builder is not a task.</summary>
internal static class BuilderAwaitedRule
{
    /// <summary>Looks at what is awaited.</summary>
    public static void Check(AwaitExpressionSyntax awaited, UseContext context)
    {
        if (awaited.Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            || context.TypeOf(call) is not { Name: not "ConditionCheck" } type || !type.IsBuilder())
        {
            return;
        }

        context.Report(RuleTable.BuilderAwaited.Problem(
            call.GetLocation(),
            ("method", access.Name.Identifier.ValueText),
            ("execute", type.IsSequence() ? "ToListAsync" : "ExecuteAsync")));
    }
}
