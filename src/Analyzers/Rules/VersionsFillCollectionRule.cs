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
            context.ReportAt(
                RuleTable.VersionsFillCollection,
                context.IndexAttribute(local.Name),
                ("type", context.DeclarerOf(context.IndexAttribute(local.Name))), ("index", local.Name));
        }
    }
}
