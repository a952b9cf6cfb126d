using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0015: DynamoDB refuses what is nested deeper.</summary>
internal sealed class NestingTooDeepRule : ModelRule
{
    private const int DeepestLevel = 32;

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NestingTooDeep,
        "Item type nests too deeply",
        "'{0}' nests maps and lists {1} levels deep; flatten it, since DynamoDB stores 32",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.NestingTooDeep));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        var levels = new Nesting(context).Levels();
        if (levels > DeepestLevel)
            context.Report(RuleIds.NestingTooDeep, context.Symbol.ToMessage(), levels.ToString(CultureInfo.InvariantCulture));
    }
}
