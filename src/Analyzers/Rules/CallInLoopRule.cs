using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2022: a batch does in one request what a loop does in a hundred.</summary>
internal static class CallInLoopRule
{
    private const string MaxGets = "100";
    private const string MaxWrites = "25";

    /// <summary>Looks at a get, put or delete.</summary>
    public static void Check(CallContext context)
    {
        var call = context.Call;
        if (call.TargetMethod.ContainingType?.Name != "DynamoTable" || call.Await() is null || Loop(call) is not { } loop)
            return;

        // Without the loop's item in the argument, the loop waits for something, or tries again.
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is not { } argument
            || !argument.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(
                use => loop.Locals.Contains(use.Local, SymbolEqualityComparer.Default)))
        {
            return;
        }

        // A batch neither stops in the middle nor compares tokens.
        var isGet = context.Name == "GetAsync";
        if (loop.Body.Descendants().Any(one => one is IBranchOperation or IReturnOperation or ITryOperation or IThrowOperation)
            || (!isGet && (context.SpecOf(context.ItemType)?.Members.Any(member => member.Stamp != StampSpec.None) ?? true)))
        {
            return;
        }

        // What a consistent get reads depends on the writes before it, which may be in the same loop.
        if (isGet && loop.Body.Descendants().OfType<IInvocationOperation>().Any(
            other => other != call && other.Receiver()?.Type is { } type && (type.Name == "DynamoTable" || type.IsBuilder())))
        {
            return;
        }

        context.ReportName(
            RuleTable.CallInLoop,
            ("method", context.Name),
            ("things", isGet ? "keys" : context.Name == "PutAsync" ? "puts" : "deletes"),
            ("limit", isGet ? MaxGets : MaxWrites),
            ("batch", isGet ? "BatchGetAsync" : "BatchWriteAsync"));
    }

    /// <summary>The loop over a sequence around a call, in the same function.</summary>
    private static IForEachLoopOperation? Loop(IOperation operation)
    {
        for (
            var current = operation.Parent; current is not (
                null or IAnonymousFunctionOperation or ILocalFunctionOperation); current = current.Parent)
        {
            if (current is IForEachLoopOperation loop)
                return loop;
            if (current is ILoopOperation or IConditionalOperation or ISwitchOperation)
                return null;
        }

        return null;
    }
}
