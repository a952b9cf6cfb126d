using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Finds the table's partition key and sort key, on the type or on members.</summary>
internal sealed class TableKeyParser(ParseContext context, List<StoredMember> members, KeyParser keys, ShardParser shards)
{
    /// <summary>The partition key; every item type needs one.</summary>
    public KeySpec? PartitionKey()
    {
        var key = Parse(AttributeNames.PartitionKey, "pk", RuleTable.SeveralPartitionKeys, shards.OfTable(), out var isDeclared);

        // A base class without one reports it for all types of its family.
        if (!isDeclared && context.Type.SelfAndBases().Skip(1).Any(type => type.HasToolkitAttribute(AttributeNames.Table)))
            context.Fail();
        else if (!isDeclared)
            context.Problem(RuleTable.NoPartitionKey, context.Type, ("type", context.Type.ToMessage()));
        return key;
    }

    /// <summary>The sort key; null when there is none.</summary>
    /// <param name="isDeclared">Whether the type declares one, valid or not.</param>
    public KeySpec? SortKey(out bool isDeclared) =>
        Parse(AttributeNames.SortKey, "sk", RuleTable.SeveralSortKeys, shard: null, out isDeclared);

    /// <summary>The type that declares both keys, one of them perhaps by inheritance.</summary>
    public INamedTypeSymbol Declarer() => Declarer(AttributeNames.PartitionKey).MostDerived(Declarer(AttributeNames.SortKey));

    private INamedTypeSymbol Declarer(string attributeName) => OnType(attributeName) is { } attribute
        ? context.Type.DeclarerOf(attribute)
        : members.First(member => MemberAttributes.Has(member.Symbol, attributeName)).Symbol.Declarer();

    private KeySpec? Parse(string attributeName, string defaultName, RuleSpec severalRule, ShardSpec? shard, out bool isDeclared)
    {
        var onType = OnType(attributeName);
        var onMembers = members.Where(member => MemberAttributes.Has(member.Symbol, attributeName)).ToList();
        isDeclared = onType is not null || onMembers.Count > 0 ||
            context.Refused.Any(member => MemberAttributes.Has(member, attributeName));
        foreach (var member in onMembers)
            CheckNoArguments(member, MemberAttributes.Find(member.Symbol, attributeName)!);
        foreach (var extra in onMembers.Skip(onType is null ? 1 : 0))
        {
            var owner = onType is null ? onMembers[0].Symbol.Declarer() : context.Type.DeclarerOf(onType);
            context.Problem(severalRule, extra.Symbol, ("type", owner.ToMessage()), ("member", extra.Spec.Name));
        }

        var key = onType is null
            ? onMembers.Count > 0 ? keys.FromMember(onMembers[0]) : null
            : FromType(onType, defaultName, shard);
        if (key is not null)
            CheckNotNull(key);
        return key;
    }

    /// <summary>The nearest class in the hierarchy that has the attribute decides.</summary>
    private AttributeData? OnType(string attributeName) => context.Type.InheritedAttribute(attributeName);

    private KeySpec? FromType(AttributeData attribute, string defaultName, ShardSpec? shard)
    {
        if (attribute.AttributeConstructor is not null)
            return keys.FromTemplate(attribute, attribute.Text(0) ?? "", attribute.NamedText("AttributeName"), defaultName, shard);
        context.Fail();
        return null;
    }

    /// <summary>A member with a key attribute is the key itself, so a template or a name there would be lost.</summary>
    private void CheckNoArguments(StoredMember member, AttributeData attribute)
    {
        if ((attribute.Text(0) ?? attribute.NamedText("AttributeName")) is null)
            return;
        var name = AttributeNames.WithoutSuffix(attribute.AttributeClass!.Name);
        context.Problem(RuleTable.KeyArgumentOnMember, attribute, ("member", member.Spec.Name), ("attribute", name));
    }

    private void CheckNotNull(KeySpec key)
    {
        foreach (var part in key.Parts)
        {
            var member = members.FirstOrDefault(member => member.Spec.Name == part.Member);
            if (member is { IsDeclaredNullable: true })
                context.Problem(RuleTable.NullableKey, member.Symbol, ("member", member.Spec.Name));
        }
    }
}
