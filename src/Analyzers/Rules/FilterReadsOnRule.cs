using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2021: DynamoDB filters what it has read, so that few items can cost a whole partition.</summary>
internal static class FilterReadsOnRule
{
    /// <summary>Looks at a call that limits a query or scan.</summary>
    public static void Check(CallContext context)
    {
        if (!context.Call.Receiver()?.Type.IsSequence() == true || context.Call.Receiver() is null)
            return;
        var chain = context.Call.Receiver().Chain().Concat(context.Call.Continuation()).ToList();
        if (!chain.Any(call => call.IsToolkit("Where")) || chain.Any(call => call.IsToolkit("PageSize")))
            return;

        // Of Limit(1) and FirstOrDefaultAsync() in one chain, the later speaks.
        if (context.Name == "Limit" && context.Call.Continuation().Any(
            call => call.IsToolkit("FirstOrDefaultAsync", "AnyAsync", "SingleOrDefaultAsync")))
        {
            return;
        }

        var all = chain.Any(call => call.IsToolkit("Scan")) ? "the whole table" : "the whole partition";
        context.ReportName(RuleTable.FilterReadsOn, ("method", $"{context.Name}()"), ("all", all));
    }
}
