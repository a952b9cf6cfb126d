using System.Globalization;
using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2037: IN takes at most 100 values.</summary>
internal static class TooManyOperandsRule
{
    private const int MaxOperands = 100;

    /// <summary>Looks at <c>In(…)</c> of an attribute.</summary>
    public static void Check(CallContext context)
    {
        var count = context.Call.Given().Sum(argument => argument.Value.Elements()?.Count
            ?? (argument.ArgumentKind == ArgumentKind.Explicit ? 1 : 0));
        if (count > MaxOperands)
        {
            context.ReportName(
                RuleTable.TooManyOperands,
                ("count", count.ToString(CultureInfo.InvariantCulture)),
                ("limit", MaxOperands.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
