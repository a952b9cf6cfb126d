using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3010: the load that is stated, on the partition key that has to take most of it.</summary>
internal sealed class LoadOverheatsKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var target in KeyTarget.Of(context))
        {
            if (Hottest(target) is not { } heat)
                continue;
            context.ReportLoad(
                RuleTable.LoadOverheatsKey,
                target,
                ("key", target.Name),
                ("sum", heat.Sum),
                ("limit", Heat.Text(heat.Limit)),
                ("growth", target.Growth),
                ("shards", Heat.Text(heat.Shards)));
        }
    }

    /// <summary>What is certain to be too hot, from numbers that are stated. What an .editorconfig assumes is only a suggestion.</summary>
    public static Heat? Hottest(KeyTarget target) =>
        target.Load is { IsAssumed: false } load && KeyShare.Certain(target.Spread, load) is { } share
            ? target.HeatAt(share).Where(heat => heat.IsTooHot).OrderByDescending(heat => heat.Units / heat.Limit).FirstOrDefault()
            : null;
}
