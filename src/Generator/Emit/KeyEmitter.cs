using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the methods around the table's key.</summary>
internal static class KeyEmitter
{
    /// <summary>Emits <c>Key</c>, <c>KeyOf</c>, <c>TryParseKey</c> and <c>Partition</c>.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;
        var members = KeyExpressions.Members(item, item.PartitionKey, item.SortKey);
        writer.Line($"static {ItemKey}<{type}> {IItem}<{type}>.KeyOf(in {type} item) => {item.Names.Key}({string.Join(", ", members.Select(member => $"item.{member.Identifier}"))});");
        writer.Line();
        Key(writer, item, members);
        writer.Line();
        KeyParserEmitter.Emit(writer, item, members);
        writer.Line();
        Partition(writer, item);
        if (item.SortKey is { } sort && sort.Parts.Any(part => part.Member is not null))
        {
            writer.Line();
            SortKeyEmitter.Emit(writer, item, item.Names.SortKey, type, new([sort]));
        }
    }

    private static void Key(SourceWriter writer, ItemSpec item, List<MemberSpec> members)
    {
        var names = new LocalNames(members);
        var keys = new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>().ToList();
        writer.Line($"/// <summary>The key of an item: {string.Join(", ", keys.Select(key => $"<c>{KeyExpressions.Describe(key)}</c>"))}.</summary>");
        KeyExpressions.ParameterDocs(writer, members, names);
        using var block = writer.Block($"public static {ItemKey}<{item.Type.Name}> {item.Names.Key}({KeyExpressions.Parameters(members, names)})");
        KeyExpressions.NullChecks(writer, members, names);
        writer.Line($"return new({string.Join(", ", keys.Select(key => KeyExpressions.Value(item, key, names)))});");
    }

    private static void Partition(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;
        var members = KeyExpressions.Members(item, item.PartitionKey);
        var names = new LocalNames(members);
        writer.Line($"/// <summary>The items with one partition key, <c>{KeyExpressions.Describe(item.PartitionKey!)}</c>, to query.</summary>");
        KeyExpressions.ParameterDocs(writer, members, names);
        using var block = writer.Block(
            $"public static {PartitionKeyCondition}<{type}> {item.Names.Partition}({KeyExpressions.Parameters(members, names)})");
        KeyExpressions.NullChecks(writer, members, names);
        writer.Line($"return new({KeyExpressions.Value(item, item.PartitionKey!, names)});");
    }
}
