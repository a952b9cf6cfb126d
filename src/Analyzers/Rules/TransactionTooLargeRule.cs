using System.Globalization;
using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2026: a transaction has at most 100 items.</summary>
internal static class TransactionTooLargeRule
{
    private const int MaxOperations = 100;

    /// <summary>Looks at a transaction.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Given().FirstOrDefault() is not { } operations
            || Count(operations.Value) is not { } count || count <= MaxOperations)
        {
            return;
        }

        context.ReportAt(
            RuleTable.TransactionTooLarge,
            operations.Value,
            ("method", context.Name),
            ("count", count.ToString(CultureInfo.InvariantCulture)),
            ("limit", MaxOperations.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The number of operations that the source shows: those written out, or those of a range of constants.</summary>
    private static int? Count(IOperation operations)
    {
        if (operations.Elements() is { } elements)
            return elements.Sum(element => element is ISpreadOperation spread ? Count(spread.Operand) ?? 0 : 1);
        var source = operations.WithoutConversions();
        while (source is IInvocationOperation { TargetMethod: { Name: "Select", ContainingNamespace.Name: "Linq" } } select)
            source = select.Arguments[0].Value.WithoutConversions();
        return source is IInvocationOperation { TargetMethod: { Name: "Range" or "Repeat", ContainingType.Name: "Enumerable" } } range
            && range.Arguments.Length == 2 && range.Arguments[1].Value.ConstantValue is { HasValue: true, Value: int count }
            ? count
            : null;
    }
}
