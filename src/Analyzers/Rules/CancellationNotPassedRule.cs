using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2030: a call without the token goes on, and is paid for, when nobody waits any more.</summary>
internal static class CancellationNotPassedRule
{
    /// <summary>Looks at a call that could take a token.</summary>
    public static void Check(CallContext context)
    {
        var omitted = context.Call.Arguments.FirstOrDefault(
            argument => argument.ArgumentKind == ArgumentKind.DefaultValue && IsToken(argument.Parameter?.Type));
        if (omitted is not null && InScope(context.Call) is { } token)
            context.ReportName(RuleTable.CancellationNotPassed, ("method", $"{context.Name}()"), ("token", token));
    }

    /// <summary>Looks at <c>await foreach (var item in query)</c>.</summary>
    public static void Check(IForEachLoopOperation loop, Action<ModelProblem> report)
    {
        var items = loop.Collection.WithoutConversions();
        if (loop.IsAsynchronous && items.Type.IsSequence() && InScope(loop) is { } token)
            report(RuleTable.CancellationNotPassed.Problem(items.Syntax.GetLocation(), ("method", "The loop"), ("token", token)));
    }

    /// <summary>The only parameter that is a token, of the function that has the call; a lambda or local function has its own.</summary>
    private static string? InScope(IOperation operation)
    {
        var method = operation.Body() switch
        {
            IAnonymousFunctionOperation function => function.Symbol,
            ILocalFunctionOperation function => function.Symbol,
            _ => operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) as IMethodSymbol,
        };
        var tokens = method?.Parameters.Where(parameter => IsToken(parameter.Type) && parameter.RefKind == RefKind.None).ToList();
        return tokens is [var only] && only.Name != "_" ? only.Name : null;
    }

    private static bool IsToken(ITypeSymbol? type) =>
        type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };
}
