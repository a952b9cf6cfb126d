using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0022: a base class looks for the names of its types in one attribute.</summary>
internal sealed class TypeAttributesDisagreeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TypeAttributesDisagree,
        "Types of a family keep their names in different attributes",
        "'{0}' keeps its name in attribute '{1}', but '{2}' keeps it in '{3}'; use one AttributeName below '{4}'",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TypeAttributesDisagree));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.Discriminator is not { } own)
            return;
        foreach (var root in context.FamilyBases)
        {
            // A base class of another assembly has the family that it had there, which may be none.
            var first = Families.DiscriminatorOf(root) is null ? Families.TypesBelow(root).FirstOrDefault() : root;
            if (first is null || Families.DiscriminatorOf(first) is not { } other || other.AttributeName == own.AttributeName)
                continue;
            context.Report(RuleIds.TypeAttributesDisagree, context.Symbol.ToMessage(), own.AttributeName, first.ToMessage(), other.AttributeName, root.ToMessage());
            return;
        }
    }
}
