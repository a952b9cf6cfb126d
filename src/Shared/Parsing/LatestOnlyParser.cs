using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [LatestOnly]: the members that only the copy of the latest version stores.</summary>
internal sealed class LatestOnlyParser(
    ParseContext context, List<StoredMember> members, KeySpec? partition, KeySpec? sort, EquatableArray<IndexSpec> indexes)
{
    /// <summary>Notes which members those are. Where an item lacks them, they are empty.</summary>
    public void Apply()
    {
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            if (MemberAttributes.Find(member.Symbol, AttributeNames.LatestOnly) is not { } attribute)
                continue;
            if (Refusal(member) is { } reason)
            {
                context.Problem(
                    RuleTable.LatestOnlyNotPossible,
                    attribute,
                    ("attribute", AttributeNames.WithoutSuffix(AttributeNames.LatestOnly)),
                    ("member", member.Spec.Name),
                    ("reason", reason));
                continue;
            }

            var hasOwn = member.Spec.DefaultText is not null || member.Spec.HasDefault || member.Spec.Value.IsNullable;
            members[i] = member with
            {
                Spec = member.Spec with
                {
                    IsLatestOnly = true,
                    Accessor = StampParser.AccessorOf(context, member),
                    DefaultText = hasOwn ? member.Spec.DefaultText : MissingPolicyParser.EmptyOf(member.Spec.Value),
                },
            };
        }
    }

    private string? Refusal(StoredMember member)
    {
        var spec = member.Spec;
        if (!spec.HasOwnAttribute)
            return "it has no attribute of its own";
        if (new[] { partition, sort }.Any(key => key?.Parts.Any(part => part.Member == spec.Name) == true))
            return "it is part of the table's key, which every version has";
        if (spec.IsTimeToLive)
            return "only the copy of the latest version would expire, and its versions would stay";
        if (spec.Stamp == StampSpec.UpdatedAt || MemberAttributes.Has(member.Symbol, AttributeNames.UpdatedBy))
            return "each save sets it, but a [LatestOnly] member keeps the value of the first version; remove one of the attributes";
        if (!StampParser.IsAssignable(member))
            return "it can't be assigned; add 'set' or 'init'";
        if (indexes.FirstOrDefault(index => index.Versions != IndexedVersionsSpec.Latest && IsKeyOf(index, spec.Name)) is { } index)
        {
            return $"it is part of the key of index '{index.Name}', which holds versions as well; "
                + "give the index 'Versions = IndexedVersions.Latest'";
        }

        var isEmptyWithout = spec.Value.IsNullable || spec.HasDefault || spec.DefaultText is not null
            || spec.Value.Kind == ValueKind.Set || MissingPolicyParser.EmptyOf(spec.Value) is not null;
        return isEmptyWithout ? null : "an item that is read as an older version does not have it; make it nullable";
    }

    private static bool IsKeyOf(IndexSpec index, string member) =>
        index.Partition.Concat(index.Sort).Any(key => key.Parts.Any(part => part.Member == member));
}
