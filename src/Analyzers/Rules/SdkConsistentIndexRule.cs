using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2106: a global index follows its table with a delay.</summary>
internal static class SdkConsistentIndexRule
{
    /// <summary>Looks at a query or scan.</summary>
    public static void Check(SdkRequest request, string table)
    {
        if (request.Text("IndexName") is not { } name || request.Property("ConsistentRead") is not { } consistent || !IsTrue(consistent))
            return;
        var index = request.Types(table).SelectMany(spec => spec.Indexes).FirstOrDefault(index => index.Name == name);
        if (index is { IsLocal: false })
            request.Report(RuleTable.SdkConsistentIndex.Problem(consistent.Syntax.GetLocation(), ("index", name), ("table", table)));
    }

    private static bool IsTrue(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value.ConstantValue is { HasValue: true, Value: true };
    }
}
