using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0024: what is read and written through a base class is where, and called what, the base class says.</summary>
internal sealed class FamilyDisagreesRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.FamilyDisagrees,
        "Type of a family differs from its base",
        "Give '{0}' the same {2} as its base '{1}', through which it is read and written",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.FamilyDisagrees));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.Discriminator is null)
            return;
        foreach (var root in context.FamilyBases)
        {
            if (context.ItemTypes.Parse(root, context.CancellationToken).Spec is not { } spec || Difference(context.Spec, spec) is not { } what)
                continue;
            context.Report(RuleIds.FamilyDisagrees, context.Symbol.ToMessage(), root.ToMessage(), what);
            return;
        }
    }

    private static string? Difference(ItemSpec type, ItemSpec root)
    {
        if (type.TableName != root.TableName)
            return type.TableName is null || root.TableName is null ? "[DynamoTable] or [DynamoMap]" : "table";
        if (type.PartitionKey != root.PartitionKey)
            return "partition key";
        if (type.SortKey != root.SortKey)
            return "sort key";
        if (root.Indexes.FirstOrDefault(index => type.Indexes.Any(other => other.Name == index.Name && !(other.Partition.Equals(index.Partition) && other.Sort.Equals(index.Sort)))) is { } changed)
            return $"keys for index '{changed.Name}'";
        var renamed = root.Members.FirstOrDefault(member => type.Members.Any(other => other.Name == member.Name && other.AttributeName != member.AttributeName));
        return renamed is null ? null : $"attribute name for '{renamed.Name}'";
    }
}
