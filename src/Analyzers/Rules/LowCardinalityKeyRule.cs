using System.Globalization;
using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3001: what is written spreads over partition keys, and these are few.</summary>
internal sealed class LowCardinalityKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var target in KeyTarget.Of(context))
        {
            if (target.Index is not null || target.IsDecided || !target.HasSortKey
                || target.Spread.Shape is not (KeyShape.Few or KeyShape.FewByName))
            {
                continue;
            }

            var spread = target.Spread;
            context.ReportKey(
                RuleTable.LowCardinalityKey,
                ("type", context.DeclarerOfKey),
                ("values", spread.Values?.ToString("#,0", CultureInfo.InvariantCulture) ?? "a few"),
                ("cause", spread.Cause is { } cause ? $" because of '{cause}'" : ""),
                ("limit", context.Options.PartitionWriteUnits.ToString("#,0", CultureInfo.InvariantCulture)),
                ("growth", target.Growth));
        }
    }
}
