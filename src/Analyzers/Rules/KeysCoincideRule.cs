using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1029: the keys of an item show which type it has.</summary>
internal sealed class KeysCoincideRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        // Of two types the second reports.
        foreach (var other in context.TableMates.TakeWhile(mate => !SymbolEqualityComparer.Default.Equals(mate.Symbol, context.Symbol)))
        {
            if (other.Spec is not { } spec || IsDeclared(context.Symbol, other.Symbol) || AreToldApart(context, other))
                continue;
            if (!HaveSameKeys(context.Spec, spec) || !KeyLanguages.Meet(context.Spec, spec))
                continue;
            context.Report(
                RuleTable.KeysCoincide,
                ("table", spec.TableName!),
                ("type", context.Name),
                ("other", other.Symbol.ToMessage()),
                ("keys", Describe(context.Spec)),
                ("otherKeys", Describe(spec)));
            return;
        }
    }

    /// <summary>Whether one type is declared as a view of the other, or both are views of a third one.</summary>
    private static bool IsDeclared(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        var (viewed, itsViewed) = (ViewParser.Viewed(type), ViewParser.Viewed(other));
        return (viewed is not null || itsViewed is not null) && AreRelated(viewed ?? type, itsViewed ?? other);
    }

    private static bool AreRelated(INamedTypeSymbol one, INamedTypeSymbol other) => Derives(one, other) || Derives(other, one);

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from) =>
        type.SelfAndBases().Contains(from, SymbolEqualityComparer.Default);

    /// <summary>Whether the types are of one family, which has rules of its own, or are told apart by the same attribute.</summary>
    private static bool AreToldApart(ModelRuleContext context, ParsedType other)
    {
        if (context.Symbol.SelfAndBases().Any(root => root.IsItemType() && Derives(other.Symbol, root)))
            return true;
        return context.Spec.TypeAttributeName is { } attribute && other.Spec!.TypeAttributeName == attribute
            && !NamesOf(context.Spec).Intersect(NamesOf(other.Spec)).Any();
    }

    /// <summary>Whether the keys are in the same attributes; if not, another rule reports that.</summary>
    private static bool HaveSameKeys(ItemSpec one, ItemSpec other) =>
        one.PartitionKey!.AttributeName == other.PartitionKey!.AttributeName && one.SortKey?.AttributeName == other.SortKey?.AttributeName;

    private static IEnumerable<string> NamesOf(ItemSpec spec) =>
        spec.Family.Select(derived => derived.Discriminator.Name).Concat(spec.Discriminator is { } own ? [own.Name] : []);

    private static string Describe(ItemSpec spec) =>
        string.Join(" / ", new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>().Select(Describe));

    private static string Describe(KeySpec key) =>
        key.IsComposed ? $"'{string.Concat(key.Parts.Select(part => part.Literal ?? $"{{{part.Member}}}"))}'" : $"any {key.Member}";
}
