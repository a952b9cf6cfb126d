using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK3022: an index key that changes costs two writes of the index.</summary>
internal sealed class IndexKeyAlwaysChangesRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var index in context.Spec.Indexes)
        {
            var names = index.Sort.Concat(index.IsLocal ? [] : index.Partition.AsEnumerable())
                .SelectMany(key => key.Parts).Select(part => part.Member).OfType<string>().Distinct();
            foreach (var name in names)
            {
                var changes = context.Spec.Member(name).Stamp is StampSpec.UpdatedAt or StampSpec.ConcurrencyToken;
                if (changes && context.Member(name) is { } member)
                    context.Report(RuleTable.IndexKeyAlwaysChanges, member, ("member", name), ("index", index.Name));
            }
        }
    }
}
