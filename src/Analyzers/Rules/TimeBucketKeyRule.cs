using System.Globalization;
using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3003: all that is written now is in the partition of now.</summary>
internal sealed class TimeBucketKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var target in KeyTarget.Of(context))
        {
            if (target.Index is null && !target.IsDecided && target.HasSortKey && target.Spread.Shape == KeyShape.TimeBucket)
            {
                context.ReportKey(
                    RuleTable.TimeBucketKey,
                    ("type", context.DeclarerOfKey),
                    ("member", target.Spread.Cause!),
                    ("limit", context.Options.PartitionWriteUnits.ToString("#,0", CultureInfo.InvariantCulture)),
                    ("growth", target.Growth));
            }
        }
    }
}
