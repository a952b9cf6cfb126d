using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3011: the same for loads or skews that are assumed.</summary>
internal sealed class LoadMayOverheatKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var target in KeyTarget.Of(context))
        {
            if (target.Load is not { HasRates: true } load || LoadOverheatsKeyRule.Hottest(target) is not null)
                continue;
            var share = KeyShare.Skewed(target.Spread, load, context.Options)
                ?? (load.IsAssumed ? KeyShare.Certain(target.Spread, load) : null);
            if (share is null)
                continue;
            var heat = target.HeatAt(share).Where(heat => heat.IsTooHot).OrderByDescending(
                heat => heat.Units / heat.Limit).FirstOrDefault();
            if (heat is null)
                continue;
            context.ReportLoad(
                RuleTable.LoadMayOverheatKey,
                target,
                ("key", target.Name),
                ("sum", heat.Sum),
                ("limit", Heat.Text(heat.Limit)),
                ("shards", Heat.Text(Math.Max(2, heat.Shards))));
        }
    }
}
