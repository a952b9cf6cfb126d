using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [ConcurrencyToken], [CreatedAt], [UpdatedAt] and [WriteShard]: the members that writes set.</summary>
internal static class StampParser
{
    private static readonly (string Attribute, StampSpec Stamp)[] Stamps =
    [
        (AttributeNames.ConcurrencyToken, StampSpec.ConcurrencyToken),
        (AttributeNames.CreatedAt, StampSpec.CreatedAt),
        (AttributeNames.UpdatedAt, StampSpec.UpdatedAt),
        (AttributeNames.WriteShard, StampSpec.WriteShard),
    ];

    /// <summary>Notes which members writes set, and how these are assigned.</summary>
    /// <param name="context">The item type.</param>
    /// <param name="members">Its members, which are replaced.</param>
    /// <param name="tableKeys">The keys of its table.</param>
    public static void Apply(ParseContext context, List<StoredMember> members, KeySpec?[] tableKeys)
    {
        foreach (var (attribute, stamp) in Stamps)
        {
            StoredMember? first = null;
            for (var i = 0; i < members.Count; i++)
            {
                var member = members[i];
                if (MemberAttributes.Find(member.Symbol, attribute) is not { } found)
                    continue;
                var name = AttributeNames.WithoutSuffix(attribute);
                if (first is not null)
                {
                    context.Problem(
                        RuleTable.SeveralStamps,
                        found,
                        ("attribute", name), ("member", member.Spec.Name), ("other", first.Spec.Name));
                    continue;
                }

                first = member;
                if (Types(stamp, member.Spec.Value) is { } types)
                {
                    context.Problem(
                        RuleTable.StampType,
                        found,
                        ("attribute", name), ("member", member.Spec.Name), ("type", member.Type.ToMessage()), ("types", types));
                }
                else if (Refusal(context, member, stamp, tableKeys) is { } reason)
                {
                    context.Problem(
                        RuleTable.StampNotPossible, found, ("attribute", name), ("member", member.Spec.Name), ("reason", reason));
                }
                else
                {
                    members[i] = member with { Spec = member.Spec with { Stamp = stamp, Accessor = AccessorOf(context, member) } };
                }
            }
        }
    }

    /// <summary>The types that the stamp can have; null if the member has one of them.</summary>
    private static string? Types(StampSpec stamp, ValueSpec value)
    {
        var isInteger = value is { Kind: ValueKind.Integer, Wire: WireType.N, Type.FullName: "int" or "long" };
        if (stamp == StampSpec.WriteShard)
            return isInteger && value is { Type.FullName: "int", IsNullable: true } ? null : "an int?";
        if (stamp == StampSpec.ConcurrencyToken)
        {
            return isInteger || value is { Kind: ValueKind.String or ValueKind.Guid, Wire: WireType.S }
                ? null
                : "an int, long, string or Guid without a converter";
        }

        return isInteger || value.Type.FullName is "global::System.DateTimeOffset" or "global::System.DateTime"
            ? null
            : "a DateTimeOffset, a DateTime, or seconds since 1970 as a long";
    }

    private static string? Refusal(ParseContext context, StoredMember member, StampSpec stamp, KeySpec?[] tableKeys)
    {
        if (!context.Type.HasToolkitAttribute(AttributeNames.Table))
            return "only whole items have tokens and times of writes; put it into the type with [DynamoTable]";
        if (stamp == StampSpec.WriteShard && tableKeys[0] is { IsUnknown: false, Shard: not { IsRandom: true } })
            return "its type has no [WriteSharded] without By for the table's key, so no write would set it; remove the attribute";
        if (member.Spec.Stamp != StampSpec.None || member.Spec.IsTimeToLive)
            return "it has another attribute that decides its value; use a member for each";
        return RefusalToAssign(context, member, tableKeys, mayBeInView: stamp == StampSpec.WriteShard);
    }

    /// <summary>Why a write can't set a member; null if it can.</summary>
    public static string? RefusalToAssign(ParseContext context, StoredMember member, KeySpec?[] tableKeys, bool mayBeInView = false)
    {
        if (context.Type.IsValueType)
            return "a struct is copied, so the program's copy would not get the new value after a write; use a class or record";
        if (!mayBeInView && context.Type.HasToolkitAttribute(AttributeNames.ViewOf))
            return "a view writes the tokens and times of the type that it is a view of; remove the attribute from the view";
        if (tableKeys.Any(key => key?.Parts.Any(part => part.Member == member.Spec.Name) == true))
            return "it is part of the table's key, which must be known before the write; use another member";
        return IsAssignable(member) ? null : "it can't be assigned after a write; add 'set' or 'init'";
    }

    /// <summary>Whether a member can be assigned after construction.</summary>
    internal static bool IsAssignable(StoredMember member) =>
        member.Spec.Accessor is not null || member.Symbol.Setter() is not null || member.Symbol is IFieldSymbol { IsReadOnly: false };

    /// <summary>The accessor that assigns the member after a write; null if C# allows the assignment.</summary>
    internal static AccessorSpec? AccessorOf(ParseContext context, StoredMember member)
    {
        if (member.Spec.Accessor is { } known)
            return known;
        var isPlain = member.Symbol.Setter() is not { IsInitOnly: true } && ConstructorParser.IsSetterAccessible(context, member.Symbol);
        return isPlain ? null : AccessorParser.Parse(context, member);
    }
}
