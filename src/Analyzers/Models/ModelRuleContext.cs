using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>What a rule can see of a valid item type, and where it reports.</summary>
internal sealed class ModelRuleContext(
    ParsedType type, ItemSpec spec, ItemTypes itemTypes, Action<ModelProblem> report, CancellationToken cancellationToken)
{
    /// <summary>What the parser made of the type.</summary>
    public ParsedType Type => type;

    /// <summary>The type's symbol.</summary>
    public INamedTypeSymbol Symbol => type.Symbol;

    /// <summary>The type's name in messages.</summary>
    public string Name => type.Symbol.ToMessage();

    /// <summary>The type's model.</summary>
    public ItemSpec Spec => spec;

    /// <summary>All item types of the compilation.</summary>
    public ItemTypes ItemTypes => itemTypes;

    /// <summary>Cancels the work.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The valid item types of the same table in a fixed order, including this one; empty for a map.</summary>
    public IReadOnlyList<ParsedType> TableMates => spec.TableName is { } table ? itemTypes.OfTable(table, cancellationToken) : [];

    /// <summary>The item types that the type derives from, the nearest first: those through which a family is read and written.</summary>
    public IEnumerable<INamedTypeSymbol> FamilyBases => type.Symbol.SelfAndBases().Skip(1).Where(type => type.IsItemType());

    /// <summary>A stored member's symbol.</summary>
    public ISymbol? Member(string? name) => name is null ? null : type.Symbol.FindMember(name);

    /// <summary>Reports at the type's name.</summary>
    public void Report(RuleSpec rule, params (string Name, string Value)[] properties) => Report(rule, type.Symbol, properties);

    /// <summary>Reports at a symbol's name.</summary>
    public void Report(RuleSpec rule, ISymbol symbol, params (string Name, string Value)[] properties) =>
        report(rule.Problem(symbol.Locations.FirstOrDefault() ?? Location.None, properties));

    /// <summary>Reports in an attribute: at a text that it takes, where the source spells that out.</summary>
    public void Report(RuleSpec rule, AttributeData attribute, string text, params (string Name, string Value)[] properties) =>
        report(rule.Problem(attribute.LocationOf(text, cancellationToken) ?? type.Symbol.Locations[0], properties));
}
