using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2025: a write of one item is atomic by itself.</summary>
internal static class SingleItemTransactionRule
{
    /// <summary>Looks at a transaction.</summary>
    public static void Check(CallContext context)
    {
        // With options, a transaction can have a token that makes it safe to repeat.
        var given = context.Call.Given().ToList();
        if (given.Any(argument => argument.Value.Type?.Name == "TransactWriteOptions")
            || given.FirstOrDefault()?.Value.Elements() is not [{ Type: { Name: "Put" or "Update" or "Delete" } type }]
            || !type.IsBuilder())
        {
            return;
        }

        context.ReportName(RuleTable.SingleItemTransaction, ("method", type.Name));
    }
}
