using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// DTK0097: a write of an item with a trigram index that its writers keep knows which texts it replaces. Without that it would leave
/// postings for ever, or lack them. DTK0093 reports writes of types that have unique values as well.
/// </summary>
internal static class TrigramTextNotKnownRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(IInvocationOperation call, UseContext context)
    {
        if (BlindWrites.ItemType(call) is not { } type || !NeedsText(type) || BlindWrites.Of(call) is not { } write)
            return;
        context.Report(RuleTable.TrigramTextNotKnown.Problem(
            BlindWrites.LocationOf(call), ("method", call.TargetMethod.Name), ("type", type.ToMessage()),
            ("remedy", BlindWrites.Remedy(write, batch: "write postings before the items", expiring: "postings"))));
    }

    // A type with unique values is reported by their rule, whose remedies are the same.
    private static bool NeedsText(INamedTypeSymbol type) => type.Is("ITrackedItem") && !type.Is("IUniqueItem");
}
