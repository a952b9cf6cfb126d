using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1022: a table defines the type of a key attribute once, and refuses items that have another.</summary>
internal sealed class KeyTypesDisagreeRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var defined = Definitions(context.TableMates);
        foreach (var (name, wire, member) in Attributes(context.Spec))
        {
            if (!defined.TryGetValue(name, out var definition) || definition.Wire == wire || wire == WireType.Unknown)
                continue;
            var other = definition.Type;
            if (SymbolEqualityComparer.Default.Equals(other.Symbol, context.Symbol))
                continue;

            // Item types that disagree on the table's keys are another rule's.
            if (IsTableKey(context.Spec, name) && IsTableKey(other.Spec!, name))
                continue;

            var symbol = context.Member(member);
            if (symbol is null && context.Bases.Any(root => root.Spec!.Keys.Any(key => key.IsComposed && key.AttributeName == name)))
                continue;
            context.Report(
                RuleTable.KeyTypesDisagree,
                symbol ?? context.Symbol,
                ("type", symbol?.Declarer().ToMessage() ?? context.Name),
                ("attribute", name),
                ("wire", wire.ToString()),
                ("other", other.Symbol.ToMessage()),
                ("otherWire", definition.Wire.ToString()),
                ("table", context.Spec.TableName!));
        }
    }

    /// <summary>The key attributes of the table and its indexes, each with the type that the first item type gives it.</summary>
    private static Dictionary<string, (WireType Wire, ParsedType Type)> Definitions(IReadOnlyList<ParsedType> types)
    {
        var defined = new Dictionary<string, (WireType, ParsedType)>();
        foreach (var type in types)
        {
            foreach (var key in type.Spec!.Keys.Where(key => !defined.ContainsKey(key.AttributeName)))
                defined.Add(key.AttributeName, (key.Wire, type));
        }

        return defined;
    }

    /// <summary>Every attribute that an item type stores, because a member that is a key only elsewhere is refused as well.</summary>
    private static IEnumerable<(string Name, WireType Wire, string? Member)> Attributes(ItemSpec spec) =>
        spec.Keys.Where(key => key.IsComposed).Select(key => (key.AttributeName, key.Wire, (string?)null)).Distinct()
            .Concat(spec.Members.Select(member => (member.AttributeName, member.Value.Wire, (string?)member.Name)));

    private static bool IsTableKey(ItemSpec spec, string name) =>
        spec.PartitionKey?.AttributeName == name || spec.SortKey?.AttributeName == name;
}
