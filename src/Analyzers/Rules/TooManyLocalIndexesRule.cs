using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1019: DynamoDB stops at 5 local indexes a table.</summary>
internal sealed class TooManyLocalIndexesRule : ModelRule
{
    private const int Limit = 5;

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TooManyLocalIndexes,
        "Table has too many local indexes",
        "Table '{0}' has {1} local indexes; make some of them global, since a table can have 5",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TooManyLocalIndexes));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        var count = TableTotal.Passing(context, Limit, spec => spec.Indexes.Where(index => index.IsLocal).Select(index => index.Name));
        if (count is { } number)
            context.Report(RuleIds.TooManyLocalIndexes, context.Spec.TableName!, number.ToString(CultureInfo.InvariantCulture));
    }
}
