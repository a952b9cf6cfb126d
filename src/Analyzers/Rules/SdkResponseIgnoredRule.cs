using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2104: a batch of the service succeeds even if it did only some of it.</summary>
internal static class SdkResponseIgnoredRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(IInvocationOperation call, Action<ModelProblem> report)
    {
        if (call is { TargetMethod.Name: "BatchWriteItemAsync", Parent: IAwaitOperation { Parent: IExpressionStatementOperation } }
            && call.TargetMethod.ContainingNamespace?.ToDisplayString() == "Amazon.DynamoDBv2")
        {
            report(RuleTable.SdkResponseIgnored.Problem(
                Calls.CallExtensions.NameLocation(call), ("method", call.TargetMethod.Name), ("property", "UnprocessedItems")));
        }
    }
}
