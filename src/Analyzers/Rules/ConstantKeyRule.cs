using System.Globalization;
using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3002: a partition takes only so much, and all items of the type are in one.</summary>
internal sealed class ConstantKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var target in KeyTarget.Of(context))
        {
            if (target.Index is null && !target.IsDecided && target.HasSortKey && !target.IsMistaken
                && target.Spread.Shape == KeyShape.Constant)
            {
                context.ReportKey(
                    RuleTable.ConstantKey,
                    ("type", context.DeclarerOfKey),
                    ("limit", context.Options.PartitionWriteUnits.ToString("#,0", CultureInfo.InvariantCulture)),
                    ("growth", target.Growth),
                    ("template", string.Concat(context.Spec.PartitionKey!.Parts.Select(part => part.Literal))));
            }
        }
    }
}
