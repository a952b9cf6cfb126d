using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0022: a base class looks for the names of its types in one attribute.</summary>
internal sealed class TypeAttributesDisagreeRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.Discriminator is not { } own)
            return;
        foreach (var root in context.FamilyBases)
        {
            // A base class of another assembly has the family that it had there, which may be none.
            var first = Families.DiscriminatorOf(root) is null ? OfMost(Families.TypesBelow(root)) : root;
            if (first is null || Families.DiscriminatorOf(first) is not { } other || other.AttributeName == own.AttributeName)
                continue;
            context.Report(
                RuleTable.TypeAttributesDisagree,
                ("type", context.Name),
                ("attribute", own.AttributeName),
                ("other", first.ToMessage()),
                ("otherAttribute", other.AttributeName),
                ("base", root.ToMessage()));
            return;
        }
    }

    /// <summary>The first type that uses the attribute which most of them use, so that the odd one is reported.</summary>
    private static INamedTypeSymbol? OfMost(IReadOnlyList<INamedTypeSymbol> types) => types
        .GroupBy(type => Families.DiscriminatorOf(type)?.AttributeName)
        .OrderByDescending(same => same.Count())
        .FirstOrDefault()?.First();
}
