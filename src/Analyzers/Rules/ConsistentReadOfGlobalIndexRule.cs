using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2028: a global index follows its table with a delay, so DynamoDB refuses consistent reads of it.</summary>
internal static class ConsistentReadOfGlobalIndexRule
{
    /// <summary>Looks at <c>ConsistentRead()</c>.</summary>
    public static void Check(CallContext context)
    {
        if (context.Call.Receiver()?.Type?.Name != "IndexQuery" || context.ItemType is not { } item || context.SpecOf(item) is not { } spec)
            return;
        var query = context.Call.Receiver().Chain().LastOrDefault();
        var partition = query?.Given().FirstOrDefault()?.Value.WithoutConversions();
        var member = partition switch
        {
            IInvocationOperation { TargetMethod: var method } => (ISymbol)method,
            IPropertyReferenceOperation { Property: var property } => property,
            _ => null,
        };
        if (member is null || spec.Indexes.FirstOrDefault(index => index.Identifier == member.Name) is not { IsLocal: false } index
            || !SymbolEqualityComparer.Default.Equals(member.ContainingType?.ContainingType, item))
        {
            return;
        }

        context.ReportName(RuleTable.ConsistentReadOfGlobalIndex, ("index", index.Name));
    }
}
