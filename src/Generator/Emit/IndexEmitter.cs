using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the class through which indexes are queried.</summary>
internal static class IndexEmitter
{
    /// <summary>Emits <c>Index</c> with a method and the sort key's conditions for each index.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        if (item.Indexes.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>The indexes, to query.</summary>");
        using var block = writer.Block($"public static class {item.Names.Index}");
        var isFirst = true;
        foreach (var index in item.Indexes)
        {
            if (!isFirst)
                writer.Line();
            isFirst = false;
            Partition(writer, item, index);
            if (!index.Sort.Any(key => key.IsUnknown || key.Parts.Any(part => part.Member is not null)))
                continue;
            writer.Line();
            SortKeyEmitter.Emit(writer, item, index.Identifier + "SortKey", index.AttributesName, index.Sort);
        }
    }

    private static void Partition(SourceWriter writer, ItemSpec item, IndexSpec index)
    {
        var name = Literals.Xml(index.Name);
        var keys = index.Partition.Count == 0 ? [KeySpec.Unknown] : index.Partition.Select(key => key.Whole).ToList();
        var shards = index.Partition.All(key => key.Shard is null) ? "" : " in all its write shards";
        writer.Line(
            $"/// <summary>The items of the index <c>{name}</c> with one partition key, "
            + $"{KeyExpressions.Describe(keys)}{shards}.</summary>");
        KeyExpressions.Method(
            writer,
            item,
            keys,
            $"public static {IndexPartition}<{item.Type.Name}, {index.AttributesName}> {index.Identifier}",
            names => $"new({Literals.String(index.Name)}, {KeyExpressions.Values(item, keys, names)})");
    }
}
