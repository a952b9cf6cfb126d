using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1042: keys are compared exactly, and binary fractions are not what they seem.</summary>
internal sealed class FloatingPointKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        // Sort keys are compared by order, where a fraction is as good as any number.
        var spec = context.Spec;
        var keys = spec.Indexes.Where(index => !index.IsLocal).SelectMany(index => index.Partition).Concat([spec.PartitionKey!]);
        foreach (var name in keys.SelectMany(key => key.Parts).Select(part => part.Member).OfType<string>().Distinct())
        {
            if (spec.Member(name).Value.Kind is ValueKind.Double or ValueKind.Single && context.Member(name) is { } member)
            {
                context.Report(
                    RuleTable.FloatingPointKey, member, ("member", name), ("type", member.MemberType().WithoutNullable().ToMessage()));
            }
        }
    }
}
