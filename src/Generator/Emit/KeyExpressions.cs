using System.Text;
using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes key values as C# expressions over parameters.</summary>
internal static class KeyExpressions
{
    /// <summary>The members of keys, each once, in the order in which they come up.</summary>
    /// <remarks>What a shard is computed from comes last: it usually is a member of the sort key.</remarks>
    public static List<MemberSpec> Members(ItemSpec item, params KeySpec?[] keys) => keys
        .OfType<KeySpec>()
        .SelectMany(key => key.Shard is { IsRandom: false } ? key.Whole.Members : key.Members)
        .Concat(keys.OfType<KeySpec>().SelectMany(key => key.Members))
        .Select(item.Member)
        .Distinct()
        .ToList();

    /// <summary>The value of a key.</summary>
    public static string Value(ItemSpec item, KeySpec key, LocalNames names)
    {
        if (key.Member is { } own)
            return Value(item.Member(own), names[item.Member(own)]);
        if (key.Shard is { } shard)
            return $"{KeyText}.Value({Interpolated(item, key.Parts, names, $"#{{({ShardExpressions.Of(item, shard, names)})}}")})";
        if (!HasOnePart(item, key))
            return Text(item, key.Parts, names);
        var (prefix, suffix) = key.TextAround();
        return $"{KeyText}.Value({Literals.String(prefix)}, {names[Members(item, key)[0]]}{OrNothing(suffix)})";
    }

    /// <summary>The values of some keys, as arguments.</summary>
    public static string Values(ItemSpec item, IEnumerable<KeySpec> keys, LocalNames names) =>
        string.Join(", ", keys.Select(key => Value(item, key, names)));

    /// <summary>The text after a key's member as one more argument, if there is any.</summary>
    public static string OrNothing(string suffix) => suffix.Length > 0 ? ", " + Literals.String(suffix) : "";

    /// <summary>Whether a template has one part, of a type that the runtime knows the form of.</summary>
    public static bool HasOnePart(ItemSpec item, KeySpec key) =>
        key.Parts.Count(part => part.Member is not null) == 1 && Members(item, key)[0].Value.Enum is null;

    /// <summary>The value of some parts of a template.</summary>
    public static string Text(ItemSpec item, IReadOnlyList<TemplatePartSpec> parts, LocalNames names) =>
        parts.All(part => part.Member is null)
            ? $"{KeyValue}.Of({Constant(parts)})"
            : $"{KeyText}.Value({Interpolated(item, parts, names)})";

    /// <summary>The text of some parts of a template.</summary>
    public static string String(ItemSpec item, IReadOnlyList<TemplatePartSpec> parts, LocalNames names) =>
        parts.All(part => part.Member is null)
            ? Constant(parts)
            : $"{KeyText}.Of({Interpolated(item, parts, names)})";

    /// <summary>The value of a key that is a member's own attribute.</summary>
    public static string Value(MemberSpec member, string expression)
    {
        var value = member.Value;
        var isBuiltIn = value.CustomConverter is null && value.Kind != ValueKind.Enum;
        return isBuiltIn
            ? $"{KeyValue}.Of({expression})"
            : $"{KeyValue}.Create<{value.Type.FullName}, {ConverterNames.Of(value)}>({expression})";
    }

    /// <summary>Parameters for members.</summary>
    public static string Parameters(IEnumerable<MemberSpec> members, LocalNames names, string modifier = "") =>
        string.Join(", ", members.Select(member => $"{modifier}{member.Value.Type.FullName} {names[member]}"));

    /// <summary>Keys as people write them, for docs: <c>RUN#{RunId}</c>.</summary>
    public static string Describe(IEnumerable<KeySpec> keys) => string.Join(", ", keys.Select(key =>
        $"<c>{Literals.Xml(key.Member ?? string.Concat(key.Parts.Select(part => part.Literal ?? "{" + part.Member + "}")))}</c>"));

    /// <summary>Whether a mistake keeps one of the keys from being known.</summary>
    public static bool AreUnknown(params IEnumerable<KeySpec?> keys) => keys.Any(key => key is { IsUnknown: true });

    /// <summary>
    /// Emits a method that makes something of the members of keys. Nulls, which C# lets through, are refused by what it calls.
    /// </summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="item">The item type.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="declaration">The method up to its name.</param>
    /// <param name="expression">What it returns.</param>
    public static void Method(
        SourceWriter writer, ItemSpec item, IReadOnlyList<KeySpec> keys, string declaration, Func<LocalNames, string> expression)
    {
        if (AreUnknown(keys))
        {
            writer.Line($"{declaration}({SkeletonEmitter.Parameters}) => {SkeletonEmitter.Throw(item)};");
            return;
        }

        var members = Members(item, [.. keys]);
        var names = new LocalNames(members);
        using (writer.Indent($"{declaration}({Parameters(members, names)}) =>"))
            writer.Line(expression(names) + ";");
    }

    private static string Constant(IEnumerable<TemplatePartSpec> parts) =>
        Literals.String(string.Concat(parts.Select(part => part.Literal)));

    private static string Interpolated(ItemSpec item, IEnumerable<TemplatePartSpec> parts, LocalNames names, string end = "")
    {
        var text = new StringBuilder("$\"");
        foreach (var part in parts)
        {
            if (part.Member is null)
            {
                text.Append(Literals.Escape(part.Literal!).Replace("{", "{{").Replace("}", "}}"));
            }
            else
            {
                var member = item.Member(part.Member);
                text.Append('{').Append(KeyPartExpressions.OfValue(member.Value, names[member])).Append('}');
            }
        }

        return text.Append(end).Append('"').ToString();
    }
}
