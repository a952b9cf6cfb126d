using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1018: DynamoDB's quota is 20 global indexes a table.</summary>
internal sealed class TooManyGlobalIndexesRule : ModelRule
{
    private const int Quota = 20;

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TooManyGlobalIndexes,
        "Table has more global indexes than the default quota",
        "Table '{0}' has {1} global indexes; share indexes between its item types, or ask AWS for more than 20",
        RuleCategories.Keys,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TooManyGlobalIndexes));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        var count = TableTotal.Passing(context, Quota, spec => spec.Indexes.Where(index => !index.IsLocal).Select(index => index.Name));
        if (count is { } number)
            context.Report(RuleIds.TooManyGlobalIndexes, context.Spec.TableName!, number.ToString(CultureInfo.InvariantCulture));
    }
}
