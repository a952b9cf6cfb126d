using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Finds the table's partition key and sort key, on the type or on members.</summary>
internal sealed class TableKeyParser(ParseContext context, List<StoredMember> members, KeyParser keys)
{
    /// <summary>The partition key; every item type needs one.</summary>
    public KeySpec? PartitionKey()
    {
        var key = Parse(AttributeNames.PartitionKey, "pk", RuleIds.SeveralPartitionKeys, out var isDeclared);
        if (!isDeclared)
            context.Problem(RuleIds.NoPartitionKey, context.Type, context.Type.ToMessage());
        return key;
    }

    /// <summary>The sort key; null when there is none.</summary>
    public KeySpec? SortKey() => Parse(AttributeNames.SortKey, "sk", RuleIds.SeveralSortKeys, out _);

    private KeySpec? Parse(string attributeName, string defaultName, string severalRule, out bool isDeclared)
    {
        var onType = OnType(attributeName);
        var onMembers = members.Where(member => member.Symbol.HasToolkitAttribute(attributeName)).ToList();
        isDeclared = onType is not null || onMembers.Count > 0;
        foreach (var extra in onMembers.Skip(onType is null ? 1 : 0))
            context.Problem(severalRule, extra.Symbol, context.Type.ToMessage());

        var key = onType is null
            ? onMembers.Count > 0 ? keys.FromMember(onMembers[0]) : null
            : keys.FromTemplate(onType, onType.Text(0) ?? "", onType.NamedText("AttributeName"), defaultName);
        if (key is not null)
            CheckNotNull(key);
        return key;
    }

    /// <summary>The nearest class in the hierarchy that has the attribute decides.</summary>
    private AttributeData? OnType(string attributeName) =>
        context.Type.SelfAndBases().Select(type => type.ToolkitAttribute(attributeName)).FirstOrDefault(attribute => attribute is not null);

    private void CheckNotNull(KeySpec key)
    {
        foreach (var part in key.Parts)
        {
            var member = members.FirstOrDefault(member => member.Spec.Name == part.Member);
            if (member is { IsDeclaredNullable: true })
                context.Problem(RuleIds.NullableKey, member.Symbol, member.Spec.Name);
        }
    }
}
