using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0025: a type of a family without a name is mistaken for another.</summary>
internal sealed class FamilyTypeUnnamedRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.Spec is not { Discriminator: null, IsAbstract: false } || context.Symbol.TypeKind != TypeKind.Class)
            return;
        foreach (var root in context.FamilyBases.Append(context.Symbol))
        {
            if (Families.TypesBelow(root).FirstOrDefault() is not { } named)
                continue;
            context.Report(
                RuleTable.FamilyTypeUnnamed, ("type", context.Name), ("other", named.ToMessage()), ("base", root.ToMessage()));
            return;
        }
    }
}
