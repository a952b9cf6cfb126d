using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3024: versions of one thing share a partition key, and a local index keeps them together.</summary>
internal sealed class VersionsFillCollectionRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.Versions is not null
            && !context.Spec.Members.Any(member => member.IsTimeToLive)
            && context.Spec.Indexes.FirstOrDefault(index => index.IsLocal) is { } local)
        {
            var attribute = context.IndexAttribute(local.Name);
            context.ReportAt(
                RuleTable.VersionsFillCollection,
                attribute,
                ("type", context.DeclarerOf(attribute)), ("index", local.Name));
        }
    }
}
