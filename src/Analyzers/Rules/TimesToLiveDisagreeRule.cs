using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1024: a table has one time-to-live attribute, and items without it never expire.</summary>
internal sealed class TimesToLiveDisagreeRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (TimeToLive(context.Spec) is not { } own)
            return;
        var first = context.TableMates.First(type => TimeToLive(type.Spec!) is not null);
        var other = TimeToLive(first.Spec!)!;
        if (other.AttributeName == own.AttributeName)
            return;
        var member = context.Member(own.Name)!;
        context.Report(
            RuleTable.TimesToLiveDisagree,
            member,
            ("type", member.Declarer().ToMessage()),
            ("attribute", own.AttributeName),
            ("other", first.Symbol.ToMessage()),
            ("otherAttribute", other.AttributeName),
            ("table", context.Spec.TableName!));
    }

    private static MemberSpec? TimeToLive(ItemSpec spec) => spec.Members.FirstOrDefault(member => member.IsTimeToLive);
}
