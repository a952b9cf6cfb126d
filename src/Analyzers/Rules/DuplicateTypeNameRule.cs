using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0021: a name tells one type of a family from the others.</summary>
internal sealed class DuplicateTypeNameRule : ModelRule
{
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
            context.Report(
                RuleTable.DuplicateTypeName,
                ("type", context.Name), ("other", namesake.ToMessage()), ("name", own.Name), ("base", root.ToMessage()));
            return;
        }
    }
}
