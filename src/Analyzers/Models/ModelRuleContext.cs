using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>What a rule can see of a valid item type, and where it reports.</summary>
internal sealed class ModelRuleContext(
    ParsedType type,
    ItemSpec spec,
    ItemTypes itemTypes,
    RuleOptions options,
    Action<ModelProblem> report,
    CancellationToken cancellationToken)
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

    /// <summary>The thresholds of rules, as set for the type's file.</summary>
    public RuleOptions Options => options;

    /// <summary>Cancels the work.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The valid item types of the same table in a fixed order, including this one; empty for a map.</summary>
    public IReadOnlyList<ParsedType> TableMates => spec.TableName is { } table ? itemTypes.OfTable(table, cancellationToken) : [];

    /// <summary>The item types that the type derives from, the nearest first: those through which a family is read and written.</summary>
    public IEnumerable<INamedTypeSymbol> FamilyBases => type.Symbol.SelfAndBases().Skip(1).Where(type => type.IsItemType());

    /// <summary>The valid item types of the same table from which the type derives. What it shares with them is reported there.</summary>
    public IEnumerable<ParsedType> Bases => FamilyBases
        .Select(root => itemTypes.Parse(root, cancellationToken))
        .Where(root => root.Spec is not null && root.Spec.TableName == spec.TableName);

    /// <summary>The name of the type that declares an attribute of the type, in messages.</summary>
    public string DeclarerOf(AttributeData? attribute) => type.Symbol.DeclarerOf(attribute).ToMessage();

    /// <summary>The name of the type that declares the partition key, in messages.</summary>
    public string DeclarerOfKey
    {
        get
        {
            var onType = type.Symbol.InheritedAttribute(AttributeNames.PartitionKey);
            return onType is null && Member(spec.PartitionKey!.Member) is { } member ? member.Declarer().ToMessage() : DeclarerOf(onType);
        }
    }

    /// <summary>A stored member's symbol.</summary>
    public ISymbol? Member(string? name) => name is null ? null : type.Symbol.FindMember(name);

    /// <summary>Reports at the type's name.</summary>
    public void Report(RuleSpec rule, params (string Name, string Value)[] properties) => Report(rule, type.Symbol, properties);

    /// <summary>Reports at a symbol's name.</summary>
    public void Report(RuleSpec rule, ISymbol symbol, params (string Name, string Value)[] properties) =>
        report(rule.Problem(symbol.Place(), properties));

    /// <summary>Reports at the partition key: its attribute on the type, or the member that is the key.</summary>
    public void ReportKey(RuleSpec rule, params (string Name, string Value)[] properties) =>
        ReportKey(rule, spec.PartitionKey!, null, properties);

    /// <summary>Reports at a key: the attribute of its index, its attribute on the type, or the member that is the key.</summary>
    public void ReportKey(RuleSpec rule, KeySpec key, string? index, params (string Name, string Value)[] properties)
    {
        if (index is not null)
        {
            ReportAt(rule, IndexAttribute(index), properties);
            return;
        }

        var attribute = ReferenceEquals(key, spec.SortKey) ? AttributeNames.SortKey : AttributeNames.PartitionKey;
        var onType = type.Symbol.InheritedAttribute(attribute);
        if (onType is null && Member(key.Member) is { } member)
            Report(rule, member, properties);
        else
            ReportAt(rule, onType, properties);
    }

    /// <summary>Reports at an attribute, or at the type's name where there is none.</summary>
    public void ReportAt(RuleSpec rule, AttributeData? attribute, params (string Name, string Value)[] properties) =>
        report(rule.Problem(attribute?.LocationOf(null, cancellationToken) ?? type.Symbol.Place(), properties));

    /// <summary>The attribute that declares an index, on the type or a base class.</summary>
    public AttributeData? IndexAttribute(string name) => type.Symbol.SelfAndBases()
        .SelectMany(self => self.GetAttributes())
        .FirstOrDefault(attribute =>
            (attribute.IsToolkit(AttributeNames.GlobalIndex) || attribute.IsToolkit(AttributeNames.LocalIndex))
                && attribute.Text(0) == name);

    /// <summary>Reports in an attribute: at a text that it takes, where the source spells that out.</summary>
    public void Report(RuleSpec rule, AttributeData attribute, string text, params (string Name, string Value)[] properties) =>
        report(rule.Problem(attribute.LocationOf(text, cancellationToken) ?? type.Symbol.Place(), properties));
}
