using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3021: a write pays for the whole item, so that what grows makes each write dearer.</summary>
internal sealed class MemberUnboundedRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        // Without a stated load, most collections are small enough.
        if (context.Spec.TableName is null
            || Load.OfTable(context.Symbol, context.Options) is not { IsAssumed: false, Writes: > 0, ItemBytes: 0 })
        {
            return;
        }

        foreach (var name in ItemSize.Of(context.Symbol, context.Spec, context.Options).Unbounded)
        {
            if (context.Member(name) is { } member)
                context.Report(RuleTable.MemberUnbounded, member, ("type", member.Declarer().ToMessage()), ("member", name));
        }
    }
}
