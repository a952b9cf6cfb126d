using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2024: the items of a batch are not all that was asked for.</summary>
internal static class UnprocessedIgnoredRule
{
    /// <summary>Looks at a batch that reads.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Await()?.ParentWithoutConversions() is IPropertyReferenceOperation { Property.Name: "Items" })
            context.ReportName(RuleTable.UnprocessedIgnored, ("method", context.Name));
    }
}
