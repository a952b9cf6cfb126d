using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2023: a batch succeeds even if the service did only some of it.</summary>
internal static class BatchResultIgnoredRule
{
    /// <summary>Looks at a batch.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Await()?.IsDropped() == true)
            context.ReportName(RuleTable.BatchResultIgnored, ("method", context.Name));
    }
}
