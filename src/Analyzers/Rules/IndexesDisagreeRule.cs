using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1023: a table has one index of a name.</summary>
internal sealed class IndexesDisagreeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.IndexesDisagree,
        "Item types of one table describe an index differently",
        "'{0}' and '{2}' describe index '{1}' of table '{3}' differently; give it the same key attributes and projection in both, or another name",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.IndexesDisagree));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        foreach (var index in context.Spec.Indexes)
        {
            var first = context.TableMates.First(type => type.Spec!.Indexes.Any(other => other.Name == index.Name));
            if (!IsSame(index, first.Spec!.Indexes.First(other => other.Name == index.Name)))
                context.Report(RuleIds.IndexesDisagree, context.Symbol.ToMessage(), index.Name, first.Symbol.ToMessage(), context.Spec.TableName!);
        }
    }

    /// <summary>Keys of one name and another type are another rule's; what is included adds up.</summary>
    private static bool IsSame(IndexSpec one, IndexSpec other) =>
        one.IsLocal == other.IsLocal && one.Projection == other.Projection &&
        Names(one.Partition).SequenceEqual(Names(other.Partition)) && Names(one.Sort).SequenceEqual(Names(other.Sort));

    private static IEnumerable<string> Names(EquatableArray<KeySpec> keys) => keys.Select(key => key.AttributeName);
}
