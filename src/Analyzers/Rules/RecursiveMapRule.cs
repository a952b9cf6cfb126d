using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0016: only the data decides how deeply such a map nests.</summary>
internal sealed class RecursiveMapRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var member in new Nesting(context).MembersThatLeadBack())
        {
            context.Report(
                RuleTable.RecursiveMap,
                context.Member(member) ?? context.Symbol,
                ("type", context.Name), ("member", member), ("limit", Nesting.MaxLevelsText));
        }
    }
}
