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
            BlindWrites.LocationOf(call), ("method", call.TargetMethod.Name), ("type", type.ToMessage()), ("remedy", Remedy(write))));
    }

    private static string Remedy(BlindWrite write) => write switch
    {
        BlindWrite.Put =>
            "create new items with CreateAsync or Put(item).IfNotExists(), and replace items that were read with ChangeAsync",
        BlindWrite.Delete => "pass the item, or use RemoveAsync, which reads it first",
        BlindWrite.Batch => "a batch can't reserve values; use transactions, or CreateAsync, ChangeAsync and DeleteAsync",
        _ => "the reservations have to expire with the item; change its time to live with ChangeAsync",
    };
}
