using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2104: a batch of the service succeeds even if it did only some of it.</summary>
internal static class SdkResponseIgnoredRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(IInvocationOperation call, Action<ModelProblem> report)
    {
        if (call.TargetMethod.Name == "BatchWriteItemAsync" && call.Await()?.IsDropped() == true
            && call.TargetMethod.ContainingNamespace?.ToDisplayString() == "Amazon.DynamoDBv2")
        {
            report(RuleTable.SdkResponseIgnored.Problem(
                call.NameLocation(), ("method", call.TargetMethod.Name), ("property", "UnprocessedItems")));
        }
    }
}
