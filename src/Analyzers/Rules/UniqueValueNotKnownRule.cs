using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// DTK0093: a write of an item with unique values knows which values it reserves and releases. The library refuses the others before it
/// sends them.
/// </summary>
internal static class UniqueValueNotKnownRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(IInvocationOperation call, UseContext context)
    {
        if (BlindWrites.ItemType(call) is not { } type || !type.Is("IUniqueItem") || BlindWrites.Of(call) is not { } write)
            return;
        context.Report(RuleTable.UniqueValueNotKnown.Problem(
            BlindWrites.LocationOf(call), ("method", call.TargetMethod.Name), ("type", type.ToMessage()),
            ("remedy", BlindWrites.Remedy(write, batch: "reserve values", expiring: "reservations"))));
    }
}
