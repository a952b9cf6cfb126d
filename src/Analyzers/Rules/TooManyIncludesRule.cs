using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1020: DynamoDB stops at 100 included attributes a table.</summary>
internal sealed class TooManyIncludesRule : ModelRule
{
    private const int Limit = 100;

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TooManyIncludes,
        "Indexes include too many attributes",
        "The indexes of table '{0}' include {1} attributes; project all of them, or include at most 100 in all indexes together",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TooManyIncludes));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        // An attribute that two indexes include counts twice.
        var count = TableTotal.Passing(context, Limit, spec => spec.Indexes.SelectMany(index => index.Include.Select(included => (index.Name, included))));
        if (count is { } number)
            context.Report(RuleIds.TooManyIncludes, context.Spec.TableName!, number.ToString(CultureInfo.InvariantCulture));
    }
}
