using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2033: batches only put and delete, and check nothing.</summary>
internal static class BatchRefusesRule
{
    /// <summary>Looks at the operations of a batch.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Given().FirstOrDefault()?.Value is not { } operations)
            return;
        foreach (var operation in operations.Elements() ?? Selected(operations))
        {
            if (operation.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol item] } type && type.IsBuilder()
                && Reason(context, operation, type.Name, item) is { } reason)
            {
                context.ReportAt(RuleTable.BatchRefuses, operation, ("method", type.Name), ("reason", reason));
            }
        }
    }

    private static string? Reason(CallContext context, IOperation operation, string kind, INamedTypeSymbol item)
    {
        var chain = operation.Chain().ToList();
        if (kind == "Update")
            return "it only puts and deletes; use a transaction, or execute it alone";
        if (kind == "ConditionCheck")
            return "it checks no conditions; use a transaction";
        if (chain.Any(call => call.TargetMethod.Name.StartsWith("If", StringComparison.Ordinal) && call.TargetMethod.IsOfToolkit()))
            return "it checks no conditions; use a transaction, or execute it alone";
        if (chain.LastOrDefault() is not { } first || first.Receiver()?.Type?.Name != "DynamoTable"
            || first.TargetMethod.Parameters.FirstOrDefault()?.Type.Name == "ItemKey"
            || chain.Any(call => call.TargetMethod.Name.StartsWith("Ignore", StringComparison.Ordinal))
            || context.SpecOf(item)?.Members.FirstOrDefault(member => member.Stamp == StampSpec.ConcurrencyToken) is not { } token)
        {
            return null;
        }

        return $"it can't compare the concurrency token '{token.Name}'; use a transaction, or execute it alone";
    }

    /// <summary>What a lambda makes of each element: <c>items.Select(item => table.Put(item))</c>.</summary>
    private static IReadOnlyList<IOperation> Selected(IOperation operations)
    {
        if (operations.WithoutConversions() is not IInvocationOperation select
            || select.TargetMethod is not { Name: "Select", ContainingNamespace.Name: "Linq" })
        {
            return [];
        }

        var body = select.Arguments.LastOrDefault()?.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }
            ? function.Body : null;
        return body?.Operations is [IReturnOperation { ReturnedValue: { } value }] ? [value.WithoutConversions()] : [];
    }
}
