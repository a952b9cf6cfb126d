using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1024: a table has one time to live, and items without it never expire.</summary>
internal sealed class TimesToLiveDisagreeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TimesToLiveDisagree,
        "Item types of one table have different times to live",
        "'{0}' has its time to live in '{1}', but '{2}' has it in '{3}' of table '{4}'; use one attribute name in both",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TimesToLiveDisagree));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        if (TimeToLive(context.Spec) is not { } own)
            return;
        var first = context.TableMates.First(type => TimeToLive(type.Spec!) is not null);
        var other = TimeToLive(first.Spec!)!;
        if (other.AttributeName == own.AttributeName)
            return;
        context.Report(
            RuleIds.TimesToLiveDisagree,
            context.Member(own.Name) ?? context.Symbol,
            context.Symbol.ToMessage(),
            own.AttributeName,
            first.Symbol.ToMessage(),
            other.AttributeName,
            context.Spec.TableName!);
    }

    private static MemberSpec? TimeToLive(ItemSpec spec) => spec.Members.FirstOrDefault(member => member.IsTimeToLive);
}
