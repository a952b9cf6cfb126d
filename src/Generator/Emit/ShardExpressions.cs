using System.Globalization;
using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the number of a key's write shard as a C# expression, and the model of the shards.</summary>
internal static class ShardExpressions
{
    /// <summary>The shard, of members that stand in locals.</summary>
    public static string Of(ItemSpec item, ShardSpec shard, LocalNames names) =>
        Of(item, shard, member => KeyPartExpressions.OfValue(member.Value, names[member]), member => names[member]);

    /// <summary>The shard of an item.</summary>
    public static string OfItem(ItemSpec item, ShardSpec shard) => Of(item, shard, KeyPartExpressions.OfMember, KnownOf);

    /// <summary>The random shard of an item, which it must have.</summary>
    public static string KnownOf(MemberSpec member) => $"{WriteShard}.Known(item.{member.Identifier})";

    /// <summary>The hash that decides on the shard, of members that stand in locals.</summary>
    public static string Hash(ItemSpec item, ShardSpec shard, LocalNames names) =>
        $"{WriteShard}.Hash({Text(item, shard, member => KeyPartExpressions.OfValue(member.Value, names[member]))})";

    /// <summary>The model of a key's shards, as a call that follows the model of the key; nothing if it has none.</summary>
    public static string Model(ItemSpec item, KeySpec key)
    {
        if (key.Shard is not { } shard)
            return "";
        var properties = new List<string>();
        if (shard.Also > 0)
            properties.Add($"Also = {shard.Also.ToString(CultureInfo.InvariantCulture)}");
        if (!shard.IsRandom)
            properties.Add($"By = [{string.Join(", ", shard.Members.Select(Literals.String))}]");
        if (shard is { IsRandom: false, Also: > 0 } && key.AttributeName == item.PartitionKey!.AttributeName)
            properties.Add($"Hash = {HashOfKey(item, shard)}");
        var initializer = properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
        return $".Sharded(new {WriteShardModel}({Count(shard)}){initializer})";
    }

    private static string HashOfKey(ItemSpec item, ShardSpec shard)
    {
        var members = KeyExpressions.Members(item, item.PartitionKey, item.SortKey);
        var names = new LocalNames(members, "partition", "sort");
        var outs = members.Select(member => shard.Members.Contains(member.Name) ? $"out var {names[member]}" : "out var _");
        return $"static (partition, sort) => {item.Names.TryParseKey}(new(partition, sort), {string.Join(", ", outs)}) "
            + $"? {Hash(item, shard, names)} : null";
    }

    private static string Of(ItemSpec item, ShardSpec shard, Func<MemberSpec, string> partOf, Func<MemberSpec, string> shardOf)
    {
        var first = item.Member(shard.Members[0]);
        if (shard.IsRandom)
            return $"{WriteShard}.At({shardOf(first)})";
        return shard.Members.Count == 1 && first.Value.Kind == ValueKind.String
            ? $"{WriteShard}.ByText({Count(shard)}, {partOf(first)})"
            : $"{WriteShard}.By({Count(shard)}, {Text(item, shard, partOf)})";
    }

    /// <summary>The text of which the hash is computed: the members as they are in keys.</summary>
    private static string Text(ItemSpec item, ShardSpec shard, Func<MemberSpec, string> partOf) =>
        $"$\"{string.Join("#", shard.Members.Select(name => $"{{{partOf(item.Member(name))}}}"))}\"";

    private static string Count(ShardSpec shard) => shard.Count.ToString(CultureInfo.InvariantCulture);
}
