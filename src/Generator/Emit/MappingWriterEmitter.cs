using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the method that turns an item into wire bytes.</summary>
internal static class MappingWriterEmitter
{
    /// <summary>Emits <c>WriteMap</c>.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;

        // No names ask for the whole item: what derived types have and what no member reads can't be listed.
        if (item.Family.Count == 0 && item.Members.All(member => member.Value.Kind != ValueKind.Extra))
            AttributeNames(writer, item);
        if (item.UsesObsoleteErrors)
            writer.Line(MarkObsolete);
        using var block = writer.Block($"static void {IDynamoMap}<{type}>.WriteMap(ref {ItemWriter} writer, in {type} item)");
        if (item.Family.Count > 0)
        {
            FamilyEmitter.Write(writer, item);
            if (item.IsAbstract)
                return;
            writer.Line();
        }

        if (item.MayHaveDerived)
            writer.Line($"{ItemTypes}.ThrowIfDerived<{type}>(item);");
        writer.Line("var start = writer.BeginMap();");
        var keyMembers = new HashSet<string>();
        var composed = new HashSet<string>();
        foreach (var key in new[] { item.PartitionKey, item.SortKey })
        {
            if (key is null)
                continue;
            if (key.Member is null)
                ComposedKey(writer, item, key, composed);
            else if (keyMembers.Add(key.Member))
                Member(writer, item.Member(key.Member), locals: null);
        }

        foreach (var key in IndexKeysOf(item))
            ComposedKey(writer, item, key, composed);

        if (item.Discriminator is { } discriminator)
        {
            var name = Literals.JsonEscape(discriminator.AttributeName);
            var value = Literals.JsonEscape(discriminator.Name);
            writer.Line($"writer.WriteRaw({Literals.Utf8($",\"{name}\":{{\"S\":\"{value}\"}}")});");
        }

        var locals = new LocalNames(item.Members, "writer", "item", "start", "derived");
        foreach (var member in item.Members)
        {
            if (!keyMembers.Contains(member.Name) && !member.IsLatestOnly)
                Member(writer, member, locals);
        }

        foreach (var index in item.WrittenTrigrams)
            TrigramEmitter.WriteStamp(writer, index);
        writer.Line("writer.EndMap(start);");
    }

    /// <summary>The composed keys that versions have: first those of indexes of versions alone, which the copy leaves out.</summary>
    private static IEnumerable<KeySpec> IndexKeysOf(ItemSpec item)
    {
        var all = item.Indexes.SelectMany(index => index.Partition.Concat(index.Sort)).Where(key => key.IsComposed);
        if (item.Versions is null)
            return all;
        var ofCopy = IndexKeys.LeftOut(item, IndexedVersionsSpec.Latest).Select(key => key.AttributeName).ToList();
        return IndexKeys.LeftOut(item, IndexedVersionsSpec.Numbered).Concat(all.Where(key => !ofCopy.Contains(key.AttributeName)));
    }

    private static void AttributeNames(SourceWriter writer, ItemSpec item)
    {
        // Only the copy of the latest version has the attribute, which reading it needs.
        string[] ofVersions = item.Versions is { } versions ? [versions.LatestVersionAttribute] : [];
        var names = item.MappedMembers.SelectMany(member => member.AttributeNames).Concat(ofVersions).Select(Literals.String);
        const string List = "global::System.Collections.Generic.IReadOnlyList<string>";
        using (writer.Indent($"static {List} {IDynamoMap}<{item.Type.Name}>.AttributeNames {{ get; }} ="))
            writer.List("[", names, "];");
        writer.Line();
    }

    private static void ComposedKey(SourceWriter writer, ItemSpec item, KeySpec key, HashSet<string> composed)
    {
        // Table and indexes may share a composed attribute.
        if (composed.Add(key.AttributeName))
            ComposedKey(writer, item, key);
    }

    /// <summary>Emits what writes a composed key, unless one of its members is null.</summary>
    public static void ComposedKey(SourceWriter writer, ItemSpec item, KeySpec key)
    {
        var nullable = key.Members.Select(item.Member)
            .Where(member => member.Value.IsNullable && member.Stamp != StampSpec.WriteShard).Distinct().ToList();
        if (nullable.Count == 0)
        {
            ComposedKeyText(writer, item, key);
            return;
        }

        var condition = string.Join(" && ", nullable.Select(member => $"item.{member.Identifier} is not null"));
        using (writer.Block($"if ({condition})"))
            ComposedKeyText(writer, item, key);
    }

    private static void ComposedKeyText(SourceWriter writer, ItemSpec item, KeySpec key)
    {
        var raw = ",\"" + Literals.JsonEscape(key.AttributeName) + "\":{\"S\":\"";
        if (EndsInItsText(item, key))
        {
            var text = KeyPartExpressions.OfMember(KeyExpressions.Members(item, key)[0]);
            writer.Line($"writer.WriteKey({Literals.Utf8(raw + Literals.JsonEscape(key.TextAround().Before))}, {text});");
            return;
        }

        foreach (var part in key.Parts)
        {
            if (part.Member is null)
            {
                raw += Literals.JsonEscape(part.Literal!);
                continue;
            }

            if (raw.Length > 0)
                writer.Line($"writer.WriteRaw({Literals.Utf8(raw)});");
            raw = "";
            writer.Line($"writer.WriteKeyPart({KeyPartExpressions.OfMember(item.Member(part.Member))});");
        }

        if (key.Shard is { } shard)
        {
            writer.Line($"writer.WriteRaw({Literals.Utf8(raw + "#")});");
            writer.Line($"writer.WriteKeyPart({ShardExpressions.OfItem(item, shard)});");
            raw = "";
        }

        writer.Line($"writer.WriteRaw({Literals.Utf8(raw + "\"}")});");
    }

    private static bool EndsInItsText(ItemSpec item, KeySpec key) =>
        key.Shard is null
        && KeyExpressions.HasOnePart(item, key)
        && KeyExpressions.Members(item, key)[0].Value.Kind == ValueKind.String
        && key.TextAround().After.Length == 0;

    /// <summary>Emits what writes a member's attribute, unless the member is null or an empty set.</summary>
    public static void Member(SourceWriter writer, MemberSpec member, LocalNames? locals)
    {
        var value = member.Value;
        if (value.Kind == ValueKind.Extra)
        {
            writer.Line($"item.{member.Identifier}{(value.IsNullable ? "?" : "")}.Write(ref writer);");
            return;
        }

        var isSet = value.Kind == ValueKind.Set;
        if (locals is null || (!value.IsNullable && !isSet))
        {
            foreach (var line in Statements(member, $"item.{member.Identifier}"))
                writer.Line(line);
            return;
        }

        var local = locals[member];
        var lines = Statements(member, local);
        var condition = isSet ? $"item.{member.Identifier} is {{ Count: > 0 }} {local}" : $"item.{member.Identifier} is {{ }} {local}";
        if (lines.Count > 1)
        {
            using (writer.Block($"if ({condition})"))
                lines.ForEach(writer.Line);
            return;
        }

        using (writer.Indent($"if ({condition})"))
            writer.Line(lines[0]);
    }

    private static List<string> Statements(MemberSpec member, string expression)
    {
        if (member.Flatten is { } flatten)
            return [$"writer.WriteFlattened({Literals.Utf8(flatten.Prefix)}, {expression});"];
        if (FusedMethod(member) is var (method, opening))
            return [$"writer.{method}({Literals.Prefix(member.AttributeName, opening)}, {Argument(member.Value, expression)});"];
        return
        [
            $"writer.WriteRaw({Literals.Prefix(member.AttributeName, "")});",
            $"{ConverterNames.Of(member.Value)}.Write(ref writer, {expression});",
        ];
    }

    private static string Argument(ValueSpec value, string expression) => value switch
    {
        { Kind: ValueKind.Memory } => expression + ".Span",

        // A byte is as near to Half as to long.
        { Kind: ValueKind.Integer, Type.FullName: "byte" or "sbyte" } => $"(int){expression}",
        _ => expression,
    };

    private static (string Method, string Opening)? FusedMethod(MemberSpec member)
    {
        const string String = "{\"S\":\"";
        const string Number = "{\"N\":\"";
        const string Binary = "{\"B\":\"";
        var value = member.Value;
        if (value.CustomConverter is not null)
            return member.IsTimeToLive ? ("WriteEpochSeconds", Number) : null;
        return value.Kind switch
        {
            ValueKind.String => ("WriteString", String),
            ValueKind.Boolean => ("WriteBoolean", "{\"BOOL\":"),
            ValueKind.Integer or ValueKind.Decimal or ValueKind.Double or ValueKind.Single => ("WriteNumber", Number),
            ValueKind.TimeSpan => ("WriteTimeSpan", Number),
            ValueKind.Char or ValueKind.Guid or
            ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly or ValueKind.TimeOnly =>
                ("Write" + value.Kind, String),
            ValueKind.Bytes or ValueKind.Memory => ("WriteBinary", Binary),
            _ => null,
        };
    }
}
