using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0122: the items of a counter are of no type, so their keys must not be keys of one.</summary>
internal sealed class CounterKeysCoincideRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var counter in context.Spec.Counters)
        {
            // The type itself is one of its mates.
            foreach (var other in context.TableMates)
            {
                if (other.Spec is not { SortKey: { } sort } spec || !KeyLanguages.MeetCounter(context.Spec, counter, spec))
                    continue;
                var member = context.Member(counter.Member)!;
                context.Report(
                    RuleTable.CounterKeysCoincide,
                    member,
                    ("member", counter.Member),
                    ("type", member.Declarer().ToMessage()),
                    ("other", spec.Type.Name),
                    ("keys", Describe(sort)));
                return;
            }
        }
    }

    private static string Describe(KeySpec sort) => sort.IsComposed
        ? $"'{string.Concat(sort.Parts.Select(part => part.Literal ?? $"{{{part.Member}}}"))}'"
        : $"any {sort.Member}";
}
