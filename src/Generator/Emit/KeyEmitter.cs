using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the methods around the table's key.</summary>
internal static class KeyEmitter
{
    /// <summary>Emits <c>Key</c>, <c>TryParseKey</c>, <c>Partition</c>, <c>SortKey</c> and <c>KeyOf</c>.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;
        var members = KeyExpressions.Members(item, item.PartitionKey, item.SortKey);
        Key(writer, item);
        writer.Line();
        if (KeyExpressions.AreUnknown(item.PartitionKey, item.SortKey))
            SkeletonEmitter.TryParseKey(writer, item);
        else
            KeyParserEmitter.Emit(writer, item, members);
        writer.Line();
        Partition(writer, item);
        if (item.SortKey is { } sort && (sort.IsUnknown || sort.Parts.Any(part => part.Member is not null)))
        {
            writer.Line();
            SortKeyEmitter.Emit(writer, item, item.Names.SortKey, type, new([sort]));
        }

        VersionEmitter.History(writer, item);
        writer.Line();
        var arguments = string.Join(
            ", ",
            members.Select(member =>
                member.Stamp == StampSpec.WriteShard ? ShardExpressions.KnownOf(member) : $"item.{member.Identifier}"));
        var key = item.IsSkeleton ? SkeletonEmitter.Throw(item) : $"{item.Names.Key}({arguments})";
        if (item.UsesObsoleteErrors)
            writer.Line(MarkObsolete);
        writer.Line($"static {ItemKey}<{type}> {IItem}<{type}>.KeyOf(in {type} item) => {key};");
    }

    private static void Key(SourceWriter writer, ItemSpec item)
    {
        var keys = new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>().ToList();
        writer.Line($"/// <summary>The key of an item: {KeyExpressions.Describe(keys)}.</summary>");
        KeyExpressions.Method(
            writer,
            item,
            keys,
            $"public static {ItemKey}<{item.Type.Name}> {item.Names.Key}",
            names => $"new({string.Join(", ", keys.Select(key => KeyExpressions.Value(item, key, names)))})");
    }

    private static void Partition(SourceWriter writer, ItemSpec item)
    {
        var key = item.PartitionKey!.Whole;
        var shards = item.PartitionKey.Shard is null ? "" : " in all its write shards";
        writer.Line($"/// <summary>The items with one partition key, {KeyExpressions.Describe([key])}{shards}, to query.</summary>");
        KeyExpressions.Method(
            writer,
            item,
            [key],
            $"public static {PartitionKeyCondition}<{item.Type.Name}> {item.Names.Partition}",
            names => $"new({KeyExpressions.Value(item, key, names)})");
    }
}
