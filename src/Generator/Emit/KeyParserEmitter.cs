using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the method that takes a key apart again.</summary>
internal static class KeyParserEmitter
{
    /// <summary>Emits <c>TryParseKey</c>.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item, List<MemberSpec> members)
    {
        var names = new LocalNames(members, "key", "partition", "sort", "isKey");
        writer.Line("/// <summary>Takes a key apart; false where no item of this type can have it.</summary>");
        var outs = members.Count == 0 ? "" : ", " + KeyExpressions.Parameters(members, names, "out ");
        using var block = writer.Block($"public static bool {item.Names.TryParseKey}({ItemKey}<{item.Type.Name}> key{outs})");
        foreach (var member in members)
            writer.Line($"{names[member]} = {Nothing(member.Value)};");

        var numbers = members.Where(member => IsNumberPart(item, member)).ToList();
        foreach (var member in numbers)
            writer.Line($"{member.Value.Enum!.UnderlyingType} {Number(names[member])} = 0;");
        var seen = new HashSet<string>();
        var terms = Terms(writer, item, item.PartitionKey!, "partition", "key.Partition", names, seen).ToList();
        if (item.SortKey is { } sort)
            terms.AddRange(Terms(writer, item, sort, "sort", "key.Sort", names, seen));
        var expression = string.Join("\n    && ", terms);
        if (numbers.Count == 0)
        {
            writer.Line($"return {expression};");
            return;
        }

        writer.Line($"var isKey = {expression};");
        foreach (var member in numbers)
            writer.Line($"{names[member]} = ({member.Value.Type.FullName}){Number(names[member])};");
        writer.Line("return isKey;");
    }

    /// <summary>Whether a member is an enum that a template holds as a number.</summary>
    private static bool IsNumberPart(ItemSpec item, MemberSpec member) =>
        member.Value.Enum is { Storage: EnumStorageSpec.Number } &&
        new[] { item.PartitionKey, item.SortKey }.Any(
            key => key is { IsComposed: true } && key.Parts.Any(part => part.Member == member.Name));

    private static string Number(string name) => name.TrimStart('@') + "Number";

    private static IEnumerable<string> Terms(
        SourceWriter writer, ItemSpec item, KeySpec key, string parser, string source, LocalNames names, HashSet<string> seen)
    {
        if (key.Member is { } own)
            return [OwnAttribute(item.Member(own), source, names, seen)];
        if (key.Shard is null && key.Parts.All(part => part.Member is null))
            return [$"{source}.Text == {Literals.String(string.Concat(key.Parts.Select(part => part.Literal)))}"];

        writer.Line($"var {parser} = new {KeyTextParser}({source}.Text);");
        var terms = key.Parts.Select(part => part.Member is null
            ? $"{parser}.Literal({Literals.String(part.Literal!)})"
            : Part(item.Member(part.Member), parser, names, seen)).ToList();
        if (key.Shard is { } shard)
            terms.Add($"{parser}.Literal(\"#\") && {parser}.Shard(out {Shard(item, shard, names, seen)})");
        terms.Add($"{parser}.IsAtEnd");
        return terms;
    }

    /// <summary>Where the shard goes. One that is computed may be of another generation.</summary>
    private static string Shard(ItemSpec item, ShardSpec shard, LocalNames names, HashSet<string> seen) =>
        shard.IsRandom && seen.Add(shard.Members[0]) ? names[item.Member(shard.Members[0])] : "_";

    private static string Part(MemberSpec member, string parser, LocalNames names, HashSet<string> seen)
    {
        var name = names[member];
        if (!seen.Add(member.Name))
            return Again(member, parser, name);
        return member.Value.Enum switch
        {
            null => $"{parser}.Part(out {name})",
            { Storage: EnumStorageSpec.Number } => $"{parser}.Part(out {Number(name)})",
            var type => $"{parser}.Part(out string {name}Text) && {type.ConverterName}.Names.TryParse({name}Text, out {name})",
        };
    }

    /// <summary>A member that came up before has to have the same value again.</summary>
    private static string Again(MemberSpec member, string parser, string name) =>
        $"{parser}.Literal({KeyText}.Of($\"{{{KeyPartExpressions.OfValue(member.Value, name)}}}\"))";

    private static string OwnAttribute(MemberSpec member, string source, LocalNames names, HashSet<string> seen)
    {
        var name = names[member];
        if (!seen.Add(member.Name))
            return $"{source} == {KeyExpressions.Value(member, name)}";
        return $"{source}.TryAs<{member.Value.Type.FullName}, {ConverterNames.Of(member.Value)}>(ref {name})";
    }

    private static string Nothing(ValueSpec value) => value switch
    {
        { Kind: ValueKind.String } => "\"\"",
        { Kind: ValueKind.Bytes } => "[]",
        _ => "default",
    };
}
