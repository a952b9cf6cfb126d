using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [WriteSharded] and [WriteShard]: how the items of one key are spread over several.</summary>
internal sealed class ShardParser(ParseContext context, List<StoredMember> members)
{
    private const int MinCount = 2;
    private const int MaxCount = 256;

    /// <summary>The shards of the table's key; null for none. <see cref="CheckTable"/> checks them once the keys are known.</summary>
    public ShardSpec? OfTable()
    {
        if (Find(null) is not { } attribute)
            return null;
        var by = attribute.NamedText("By");
        string[] deciding = by is not null ? [by] : [.. ShardMembers().Select(member => member.Spec.Name).Take(1)];
        return Spec(attribute, isRandom: by is null, deciding);
    }

    /// <summary>Checks the shards of the table's key.</summary>
    /// <returns>The partition key, which is unknown if its shards have a mistake.</returns>
    public KeySpec? CheckTable(KeySpec? partition, KeySpec? sort)
    {
        if (Find(null) is not { } attribute || partition is null or { IsUnknown: true })
            return partition;

        // Without the sort key nothing can be checked, but a shard of a member that does not exist can't be generated either.
        if (sort is { IsUnknown: true })
            return partition.Members.All(name => Find(members, name) is not null) ? partition : KeySpec.Unknown;
        var isValid = CheckCounts(attribute, "its table's key", isRandom: attribute.NamedText("By") is null);
        if (TableRefusal(partition, sort) is { } reason)
        {
            NotPossible(attribute, "its table's key", reason);
            isValid = false;
        }
        else if (attribute.NamedText("By") is { } by)
        {
            isValid &= CheckBy(attribute, by, "its table's key", partition, sort);
        }
        else if (!ShardMembers().Any())
        {
            context.Problem(RuleTable.WriteShardMemberMissing, attribute, ("type", context.DeclarerOf(attribute)));
            isValid = false;
        }

        return isValid ? partition : KeySpec.Unknown;
    }

    /// <summary>The shards of the key of an index; null for none.</summary>
    public ShardSpec? OfIndex(string index, bool isLocal, KeySpec? tablePartition, KeySpec? tableSort)
    {
        if (isLocal && tablePartition?.Shard is not null)
        {
            NotPossible(
                Find(null)!,
                "its table's key",
                $"with the local index '{index}' the service can't split a partition that gets too much traffic; make the index global");
        }

        if (Find(index) is not { } attribute)
            return null;
        if (isLocal)
        {
            NotPossible(attribute, $"index '{index}'", "a local index has the table's own partition key; make it global");
            return null;
        }

        if (attribute.NamedText("By") is { } by)
            return Spec(attribute, isRandom: false, [by]);

        // All versions of an item are in one shard, so that a save does not move the entry of version 0 from one shard to another.
        var own = new[] { tablePartition, tableSort }.OfType<KeySpec>().SelectMany(key => key.Parts).Select(part => part.Member)
            .OfType<string>().Distinct().ToList();
        var lasting = own.Where(name =>
            Find(members, name) is not { } member || !MemberAttributes.Has(member.Symbol, AttributeNames.Version)).ToArray();
        return Spec(attribute, isRandom: false, lasting.Length > 0 ? lasting : [.. own]);
    }

    /// <summary>Checks the shards of the key of an index.</summary>
    /// <returns>The partition key, which is unknown if its shards have a mistake.</returns>
    public List<KeySpec?> CheckIndex(string index, ShardSpec shard, List<KeySpec?> partition, List<KeySpec?> sort)
    {
        var attribute = Find(index)!;
        var key = $"index '{index}'";
        var isValid = CheckCounts(attribute, key, isRandom: false);
        if (partition.Count != 1 || sort.Count > 1)
        {
            NotPossible(attribute, key, "its partition key or its sort key has several attributes; use one template for each");
            isValid = false;
        }
        else if (partition[0] is not null && attribute.NamedText("By") is { } by)
        {
            isValid &= CheckBy(attribute, by, key, partition[0]!, sort: null);
        }
        else if (shard.Members.FirstOrDefault(
            name => Find(members, name) is { } member && !KeyTypes.CanBePart(member.Spec.Value)) is { } odd)
        {
            NotPossible(attribute, key, $"the item's key has no text, because '{odd}' has none; name another member with By");
            isValid = false;
        }

        return isValid ? partition : [KeySpec.Unknown];
    }

    /// <summary>Finds shards of indexes that do not exist, and shards that are declared twice.</summary>
    public void CheckIndexNames(EquatableArray<IndexSpec> indexes)
    {
        foreach (var type in context.Type.SelfAndBases())
        {
            var seen = new HashSet<string>();
            foreach (var attribute in type.GetAttributes().Where(IsSharded))
            {
                var index = attribute.NamedText("Index");
                var key = index is null ? "its table's key" : $"index '{index}'";
                if (index is not null && indexes.All(known => known.Name != index))
                    NotPossible(attribute, key, "the type has no such index; correct the name");
                else if (!seen.Add(key))
                    NotPossible(attribute, key, "its shards are declared twice; remove one");
            }
        }
    }

    private static bool IsSharded(AttributeData attribute) => attribute.IsToolkit(AttributeNames.WriteSharded);

    private static StoredMember? Find(List<StoredMember> members, string name) =>
        members.FirstOrDefault(member => member.Spec.Name == name);

    /// <summary>The attribute for the table's key, or for an index; the nearest class in the hierarchy that has it decides.</summary>
    private AttributeData? Find(string? index) => context.Type.SelfAndBases()
        .SelectMany(type => type.GetAttributes())
        .FirstOrDefault(attribute => IsSharded(attribute) && attribute.NamedText("Index") == index);

    private IEnumerable<StoredMember> ShardMembers() =>
        members.Where(member => MemberAttributes.Has(member.Symbol, AttributeNames.WriteShard));

    private static ShardSpec Spec(AttributeData attribute, bool isRandom, string[] deciding) =>
        new(attribute.Number(0) ?? 0, attribute.NamedNumber("Also") ?? 0, isRandom, deciding.ToEquatableArray());

    private string? TableRefusal(KeySpec partition, KeySpec? sort)
    {
        if (!partition.IsComposed)
        {
            return $"'{partition.Member}' is the key itself, and a shard would change it; "
                + $"put [PartitionKey(\"{{{partition.Member}}}\")] on the type";
        }

        if (sort is null)
            return "it has no sort key, so that one key is one item, and an item can't be in several partitions; use a sort key";
        if (VersionParser.LatestAttributeOf(context.Type) is not null)
            return "it has [VersionControlled], and the versions of an item must be in one partition; shard an index instead";
        return null;
    }

    private bool CheckBy(AttributeData attribute, string by, string key, KeySpec partition, KeySpec? sort)
    {
        if (context.IsRefused(by))
            return false;
        if (ByRefusal(by, partition, sort) is not { } reason)
            return true;
        context.ProblemInText(RuleTable.WriteShardBy, attribute, by, ("name", by), ("key", key), ("reason", reason));
        return false;
    }

    private string? ByRefusal(string by, KeySpec partition, KeySpec? sort)
    {
        if (Find(members, by) is not { } member)
            return $"it {UnstoredReasons.Of(context.Type, by)}";
        if (partition.Parts.Any(part => part.Member == by))
            return "it is part of the partition key, so all items of one key would be in one shard; use a member that varies";
        if (!KeyTypes.CanBePart(member.Spec.Value))
            return $"{member.StoredType} has no text in keys; use a string, whole number, time, Guid or enum";
        if (member.IsDeclaredNullable)
            return "it can be null, and then the shard is unknown; make it non-nullable";
        if (MemberAttributes.Has(member.Symbol, AttributeNames.ConcurrencyToken)
            || MemberAttributes.Has(member.Symbol, AttributeNames.UpdatedAt))
        {
            return "every write changes it; use a member that stays";
        }

        if (sort is not null && sort.Parts.All(part => part.Member != by))
        {
            return "it is not part of the sort key, so a key would not determine its item's shard, and two items could have the same key; "
                + "use a member of the sort key";
        }

        return null;
    }

    private bool CheckCounts(AttributeData attribute, string key, bool isRandom)
    {
        var count = attribute.Number(0) ?? 0;
        var also = attribute.NamedNumber("Also") ?? 0;
        if (count is < MinCount or > MaxCount)
        {
            context.Problem(
                RuleTable.WriteShardCount,
                attribute,
                ("type", context.DeclarerOf(attribute)), ("key", key), ("count", count.ToString(CultureInfo.InvariantCulture)));
            return false;
        }

        if (also == 0)
            return true;
        var reason = also is < 1 or > MaxCount ? $"Also is {also}; use a number of shards from 1 to {MaxCount}"
            : also == count ? "Also is the number of shards itself; remove it"
            : !isRandom && Math.Max(also, count) % Math.Min(also, count) != 0
                ? $"{also} and {count} do not divide each other, so nearly every item would move; double or halve the number"
            : null;
        if (reason is null)
            return true;
        NotPossible(attribute, key, reason);
        return false;
    }

    private void NotPossible(AttributeData attribute, string key, string reason) => context.Problem(
        RuleTable.WriteShardsNotPossible, attribute, ("type", context.DeclarerOf(attribute)), ("key", key), ("reason", reason));
}
