using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1043: 32 bits hold the seconds since 1970 only until 2038.</summary>
internal sealed class TimeToLiveOverflowsRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var member = context.Spec.Members.FirstOrDefault(member => member.IsTimeToLive);
        if (member?.Value is { Kind: ValueKind.Integer, Type.FullName: "int" } && context.Member(member.Name) is { } symbol)
            context.Report(RuleTable.TimeToLiveOverflows, symbol, ("member", member.Name));
    }
}
