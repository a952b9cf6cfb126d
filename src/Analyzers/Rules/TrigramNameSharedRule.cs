using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0098: the postings of two types are told apart by the names of their indexes. The types of a family share theirs.</summary>
internal sealed class TrigramNameSharedRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        // Of two types the second reports.
        foreach (var other in context.TableMates.TakeWhile(other => !Same(other.Symbol, context.Symbol)))
        {
            if (Same(Root(other.Symbol), Root(context.Symbol)))
                continue;
            if (context.Spec.Trigrams.FirstOrDefault(index => other.Spec!.Trigrams.Any(its => its.Name == index.Name)) is not { } shared)
                continue;
            var text = context.Member(shared.Text)!;
            context.Report(
                RuleTable.TrigramNameShared,
                text,
                ("type", text.Declarer().ToMessage()),
                ("other", other.Symbol.ToMessage()),
                ("index", shared.Name),
                ("table", context.Spec.TableName!));
            return;
        }
    }

    private static bool Same(INamedTypeSymbol one, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static INamedTypeSymbol Root(INamedTypeSymbol type) => type.SelfAndBases().Last(one => one.IsItemType());
}
