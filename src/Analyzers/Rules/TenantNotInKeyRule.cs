using DynamoToolkit.Analyzers.Design;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3030: access by the beginning of keys is what keeps tenants apart.</summary>
internal sealed class TenantNotInKeyRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var spec = context.Spec;
        if (spec.TableName is null || spec.ViewOf is not null)
            return;
        foreach (var member in spec.Members)
        {
            if (member.Value.Kind is not (ValueKind.String or ValueKind.Guid) || !KeyWords.IsTenant(member.Name)
                || spec.PartitionKey!.Parts.Any(part => part.Member == member.Name) || context.Member(member.Name) is not { } symbol)
            {
                continue;
            }

            // A directory of tenants is not one tenant's.
            if (!spec.PartitionKey.Parts.Any(part => part.Member is { } name && KeyWords.IsTenant(name)))
                context.Report(RuleTable.TenantNotInKey, symbol, ("member", member.Name), ("type", symbol.Declarer().ToMessage()));
        }
    }
}
