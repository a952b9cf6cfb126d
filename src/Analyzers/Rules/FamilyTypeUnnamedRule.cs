using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0025: in a family every type has a name, or it is taken for another.</summary>
internal sealed class FamilyTypeUnnamedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.FamilyTypeUnnamed,
        "Type of a family has no name",
        "Give '{0}' a [DynamoType], as '{1}' has one; without it the two can't be told apart as '{2}'",
        RuleCategories.Model,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.FamilyTypeUnnamed));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        if (context.Spec is not { Discriminator: null, IsAbstract: false } || context.Symbol.TypeKind != TypeKind.Class)
            return;
        foreach (var root in context.FamilyBases.Append(context.Symbol))
        {
            if (Families.TypesBelow(root).FirstOrDefault() is not { } named)
                continue;
            context.Report(RuleIds.FamilyTypeUnnamed, context.Symbol.ToMessage(), named.ToMessage(), root.ToMessage());
            return;
        }
    }
}
