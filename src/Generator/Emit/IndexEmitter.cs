using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the class through which indexes are queried.</summary>
internal static class IndexEmitter
{
    /// <summary>Emits <c>Index</c> with a method and a class of sort key conditions for each index.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        writer.Line("/// <summary>The indexes, to query.</summary>");
        using var block = writer.Block($"public static class {item.Names.Index}");
        var isFirst = true;
        foreach (var index in item.Indexes)
        {
            if (!isFirst)
                writer.Line();
            isFirst = false;
            var tokens = index.AttributesName;
            Partition(writer, item, index, tokens);
            if (!index.Sort.SelectMany(key => key.Parts).Any(part => part.Member is not null))
                continue;
            writer.Line();
            SortKeyEmitter.Emit(writer, item, index.Identifier + "SortKey", tokens, index.Sort);
        }
    }

    private static void Partition(SourceWriter writer, ItemSpec item, IndexSpec index, string tokens)
    {
        var members = KeyExpressions.Members(item, [.. index.Partition]);
        var names = new LocalNames(members);
        var described = string.Join(", ", index.Partition.Select(key => $"<c>{KeyExpressions.Describe(key)}</c>"));
        writer.Line($"/// <summary>The items of the index <c>{Literals.Xml(index.Name)}</c> with one partition key, {described}.</summary>");
        KeyExpressions.ParameterDocs(writer, members, names);
        using var block = writer.Block(
            $"public static {IndexPartition}<{item.Type.Name}, {tokens}> {index.Identifier}({KeyExpressions.Parameters(members, names)})");
        KeyExpressions.NullChecks(writer, members, names);
        var values = string.Join(", ", index.Partition.Select(key => KeyExpressions.Value(item, key, names)));
        writer.Line($"return new({Literals.String(index.Name)}, {values});");
    }
}
