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

    /// <summary>Looks at the end of a query, which may name an item by its whole key.</summary>
    public static void CheckQuery(CallContext context)
    {
        var chain = context.Call.Receiver().Chain().ToList();
        if (chain is not [.., { TargetMethod: { Name: "Query", ContainingType.Name: "DynamoTable" } } query]
            || chain.Exists(one => one.TargetMethod.Name is not ("Query" or "ConsistentRead"))
            || context.Call.Await() is null || Loop(context.Call) is not { } loop || !IsByWholeKey(query, context)
            || !query.Descendants().OfType<ILocalReferenceOperation>().Any(
                use => loop.Locals.Contains(use.Local, SymbolEqualityComparer.Default)))
        {
            return;
        }

        // What a query reads may depend on what the pass before has found or written.
        if (loop.Body.Descendants().Any(one => one is IBranchOperation or IReturnOperation or ITryOperation or IThrowOperation
            || (one is IInvocationOperation other && other != query && other.Receiver()?.Type?.Name == "DynamoTable")))
        {
            return;
        }

        context.ReportName(
            RuleTable.CallInLoop, ("method", context.Name), ("things", "keys"), ("limit", MaxGets), ("batch", "BatchGetAsync"));
    }

    /// <summary>Whether a query is of a table, and compares all of the sort key for equality.</summary>
    private static bool IsByWholeKey(IInvocationOperation query, CallContext context) =>
        query.Given().Select(argument => argument.Value.WithoutConversions()).ToList() is
            [
                IInvocationOperation { TargetMethod.Name: "Partition" or "ItemPartition" },
                IInvocationOperation { TargetMethod.Name: "EqualTo" } sort,
            ]
        && query.Receiver()?.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol item] }
        && context.SpecOf(item)?.SortKey is { } key
        && sort.Arguments.Length == key.Parts.Count(part => part.Member is not null);

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
