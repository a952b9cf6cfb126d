using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1022: a table defines the type of a key attribute once, and refuses items in which it has another.</summary>
internal sealed class KeyTypesDisagreeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyTypesDisagree,
        "Item types of one table have different types for a key attribute",
        "'{0}' has key attribute '{1}' as {2}, but '{3}' has it as {4} in table '{5}'; use one type, or another attribute name",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyTypesDisagree));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(ModelRuleContext context)
    {
        var defined = Definitions(context.TableMates);
        foreach (var (name, wire, member) in Attributes(context.Spec))
        {
            if (!defined.TryGetValue(name, out var definition) || definition.Wire == wire || wire == WireType.Unknown)
                continue;
            var other = definition.Type;
            if (SymbolEqualityComparer.Default.Equals(other.Symbol, context.Symbol) || (IsTableKey(context.Spec, name) && IsTableKey(other.Spec!, name)))
                continue;
            context.Report(
                RuleIds.KeyTypesDisagree,
                context.Member(member) ?? context.Symbol,
                context.Symbol.ToMessage(),
                name,
                wire.ToString(),
                other.Symbol.ToMessage(),
                definition.Wire.ToString(),
                context.Spec.TableName!);
        }
    }

    /// <summary>The key attributes of the table and its indexes, each with the type that the first item type gives it.</summary>
    private static Dictionary<string, (WireType Wire, ParsedType Type)> Definitions(IReadOnlyList<ParsedType> types)
    {
        var defined = new Dictionary<string, (WireType, ParsedType)>();
        foreach (var type in types)
        {
            foreach (var key in Keys(type.Spec!).Where(key => !defined.ContainsKey(key.AttributeName)))
                defined.Add(key.AttributeName, (key.Wire, type));
        }

        return defined;
    }

    /// <summary>Every attribute that an item type stores: a member that is no key here, but a key elsewhere, is refused as well.</summary>
    private static IEnumerable<(string Name, WireType Wire, string? Member)> Attributes(ItemSpec spec) =>
        Keys(spec).Where(key => key.IsComposed).Select(key => (key.AttributeName, key.Wire, (string?)null)).Distinct()
            .Concat(spec.Members.Select(member => (member.AttributeName, member.Value.Wire, (string?)member.Name)));

    private static IEnumerable<KeySpec> Keys(ItemSpec spec) =>
        new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>().Concat(spec.Indexes.SelectMany(index => index.Partition.Concat(index.Sort)));

    private static bool IsTableKey(ItemSpec spec, string name) => spec.PartitionKey?.AttributeName == name || spec.SortKey?.AttributeName == name;
}
