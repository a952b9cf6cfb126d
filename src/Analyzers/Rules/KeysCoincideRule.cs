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
            if (other.Spec is not { } spec || !Coincide(Viewed(context, context.Type), Viewed(context, other)))
                continue;

            // A base class reports it for all types of its family.
            if (context.Bases.Any(root => Coincide(Viewed(context, root), Viewed(context, other))))
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

    /// <summary>Whether one item could be of two types, neither of them a view, although nothing declares that.</summary>
    internal static bool Coincide(ParsedType type, ParsedType other) =>
        type.Spec is not null && other.Spec is not null
        && !SymbolEqualityComparer.Default.Equals(type.Symbol, other.Symbol)
        && !AreToldApart(type, other)
        && HaveSameKeys(type.Spec, other.Spec)
        && KeyLanguages.Meet(type.Spec, other.Spec);

    /// <summary>A view counts as the type that its items are of: it may share the table with all types with which that one may.</summary>
    internal static ParsedType Viewed(ItemTypes types, ParsedType type, CancellationToken cancellationToken) =>
        ViewParser.Viewed(type.Symbol) is { } viewed ? types.Parse(viewed, cancellationToken) : type;

    private static ParsedType Viewed(ModelRuleContext context, ParsedType type) =>
        Viewed(context.ItemTypes, type, context.CancellationToken);

    /// <summary>
    /// Whether the types are of one family, which has rules of its own, or are told apart by the same attribute. Below a common base that
    /// is not abstract and has no type with [DynamoType] below it, those rules find nothing.
    /// </summary>
    private static bool AreToldApart(ParsedType type, ParsedType other)
    {
        if (type.Symbol.SelfAndBases().Any(root => root.IsItemType() && Derives(other.Symbol, root) && HasFamilyRules(root)))
            return true;
        return type.Spec!.TypeAttributeName is { } attribute && other.Spec!.TypeAttributeName == attribute
            && !NamesOf(type.Spec).Intersect(NamesOf(other.Spec)).Any();
    }

    private static bool HasFamilyRules(INamedTypeSymbol root) => root.IsAbstract || Families.TypesBelow(root).Any();

    /// <summary>Whether the keys are in the same attributes; if not, another rule reports that.</summary>
    private static bool HaveSameKeys(ItemSpec one, ItemSpec other) =>
        one.PartitionKey!.AttributeName == other.PartitionKey!.AttributeName && one.SortKey?.AttributeName == other.SortKey?.AttributeName;

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from) =>
        type.SelfAndBases().Contains(from, SymbolEqualityComparer.Default);

    private static IEnumerable<string> NamesOf(ItemSpec spec) =>
        spec.Family.Select(derived => derived.Discriminator.Name).Concat(spec.Discriminator is { } own ? [own.Name] : []);

    private static string Describe(ItemSpec spec) =>
        string.Join(" / ", new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>().Select(Describe));

    private static string Describe(KeySpec key) =>
        key.IsComposed ? $"'{string.Concat(key.Parts.Select(part => part.Literal ?? $"{{{part.Member}}}"))}'" : $"any {key.Member}";
}
