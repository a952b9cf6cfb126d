using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0021: a name tells one type of a family from the others.</summary>
internal sealed class DuplicateTypeNameRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DuplicateTypeName,
        "Two types of a family have one name",
        "'{0}' and '{1}' are both [DynamoType(\"{2}\")] below '{3}'; give each a name of its own",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.DuplicateTypeName));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.Discriminator is not { } own)
            return;
        foreach (var root in context.FamilyBases)
        {
            // The first of the family keeps the name.
            var namesake = new[] { root }.Concat(Families.TypesBelow(root))
                .TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, context.Symbol))
                .FirstOrDefault(type => Families.DiscriminatorOf(type)?.Name == own.Name);
            if (namesake is null)
                continue;
            context.Report(RuleIds.DuplicateTypeName, context.Symbol.ToMessage(), namesake.ToMessage(), own.Name, root.ToMessage());
            return;
        }
    }
}
