using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0016: only the data decides how deep it nests.</summary>
internal sealed class RecursiveMapRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RecursiveMap,
        "Map can hold itself",
        "'{1}' lets '{0}' hold itself; keep the data within the 32 levels that DynamoDB stores",
        RuleCategories.Model,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.RecursiveMap));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        foreach (var member in new Nesting(context).MembersThatLeadBack())
            context.Report(RuleIds.RecursiveMap, context.Member(member) ?? context.Symbol, context.Symbol.ToMessage(), member);
    }
}
