using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0043: an item inside another is a copy with keys, which no query finds.</summary>
internal sealed class TableAsMemberRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var member in context.Spec.Members)
        {
            // A type that is a map as well has a mistake of its own.
            if (Nesting.MapTypeOf(member, context.Symbol) is not { } type || !type.HasToolkitAttribute(AttributeNames.Table)
                || type.HasToolkitAttribute(AttributeNames.Map))
            {
                continue;
            }

            context.Report(
                RuleTable.TableAsMember,
                context.Member(member.Name) ?? context.Symbol,
                ("member", member.Name), ("type", type.ToMessage()));
        }
    }
}
