using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3004: a time finds nothing again, and two items can have the same.</summary>
internal sealed class MomentAsKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var target in KeyTarget.Of(context))
        {
            if (target.Index is not null || target.Spread.Shape != KeyShape.Moment)
                continue;
            var reason = context.Spec.SortKey is null
                ? "of two items with the same one, the second replaces the first, and no query finds a range of them"
                : "no query finds a range of partition keys";
            context.ReportKey(RuleTable.MomentAsKey, ("type", context.DeclarerOfKey), ("member", target.Spread.Cause!), ("reason", reason));
        }
    }
}
