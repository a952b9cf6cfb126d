using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1023: a table has only one index of each name.</summary>
internal sealed class IndexesDisagreeRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        foreach (var index in context.Spec.Indexes)
        {
            var first = context.TableMates.First(type => type.Spec!.Indexes.Any(other => other.Name == index.Name));
            if (IsSame(index, first.Spec!.Indexes.First(other => other.Name == index.Name)))
                continue;
            var attribute = context.IndexAttribute(index.Name);
            context.ReportAt(
                RuleTable.IndexesDisagree,
                attribute,
                ("type", context.DeclarerOf(attribute)),
                ("index", index.Name),
                ("other", first.Symbol.ToMessage()),
                ("table", context.Spec.TableName!));
        }
    }

    /// <summary>Types of key attributes are another rule's concern, and included attributes add up.</summary>
    private static bool IsSame(IndexSpec one, IndexSpec other) =>
        one.IsLocal == other.IsLocal && one.Projection == other.Projection &&
        Names(one.Partition).SequenceEqual(Names(other.Partition)) && Names(one.Sort).SequenceEqual(Names(other.Sort));

    private static IEnumerable<string> Names(EquatableArray<KeySpec> keys) => keys.Select(key => key.AttributeName);
}
