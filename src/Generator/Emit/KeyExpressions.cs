using System.Text;
using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes key values as C# expressions over parameters.</summary>
internal static class KeyExpressions
{
    /// <summary>The members of keys, each once, in the order in which they come up.</summary>
    public static List<MemberSpec> Members(ItemSpec item, params KeySpec?[] keys) => keys
        .Where(key => key is not null)
        .SelectMany(key => key!.Parts)
        .Where(part => part.Member is not null)
        .Select(part => item.Member(part.Member!))
        .Distinct()
        .ToList();

    /// <summary>The value of a key.</summary>
    public static string Value(ItemSpec item, KeySpec key, LocalNames names)
    {
        if (key.Member is { } own)
            return Value(item.Member(own), names[item.Member(own)]);
        return Text(item, key.Parts, names);
    }

    /// <summary>The value of some parts of a template.</summary>
    public static string Text(ItemSpec item, IReadOnlyList<TemplatePartSpec> parts, LocalNames names) => parts.All(part => part.Member is null)
        ? $"{KeyValue}.Of({Constant(parts)})"
        : $"{KeyText}.Value({Interpolated(item, parts, names)})";

    /// <summary>The text of some parts of a template.</summary>
    public static string String(ItemSpec item, IReadOnlyList<TemplatePartSpec> parts, LocalNames names) => parts.All(part => part.Member is null)
        ? Constant(parts)
        : $"{KeyText}.Of({Interpolated(item, parts, names)})";

    /// <summary>The value of a key that is a member's own attribute.</summary>
    public static string Value(MemberSpec member, string expression)
    {
        var value = member.Value;
        var isBuiltIn = value.CustomConverter is null && value.Kind != ValueKind.Enum;
        return isBuiltIn ? $"{KeyValue}.Of({expression})" : $"{KeyValue}.Create<{value.Type.FullName}, {ConverterNames.Of(value)}>({expression})";
    }

    /// <summary>Parameters for members.</summary>
    public static string Parameters(IEnumerable<MemberSpec> members, LocalNames names, string modifier = "") =>
        string.Join(", ", members.Select(member => $"{modifier}{member.Value.Type.FullName} {names[member]}"));

    /// <summary>A template as people write it, for docs: <c>RUN#{RunId}</c>.</summary>
    public static string Describe(KeySpec key) => Literals.Xml(key.Member ?? string.Concat(key.Parts.Select(part => part.Literal ?? "{" + part.Member + "}")));

    /// <summary>Param docs for members.</summary>
    public static void ParameterDocs(SourceWriter writer, IEnumerable<MemberSpec> members, LocalNames names)
    {
        foreach (var member in members)
            writer.Line($"/// <param name=\"{names[member].TrimStart('@')}\">The item's {member.Name}.</param>");
    }

    /// <summary>Checks of parameters that C# lets be null all the same.</summary>
    public static void NullChecks(SourceWriter writer, IEnumerable<MemberSpec> members, LocalNames names)
    {
        foreach (var member in members.Where(member => !member.Value.Type.IsValueType))
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({names[member]});");
    }

    private static string Constant(IEnumerable<TemplatePartSpec> parts) => Literals.String(string.Concat(parts.Select(part => part.Literal)));

    private static string Interpolated(ItemSpec item, IEnumerable<TemplatePartSpec> parts, LocalNames names)
    {
        var text = new StringBuilder("$\"");
        foreach (var part in parts)
        {
            if (part.Member is null)
                text.Append(Literals.Escape(part.Literal!).Replace("{", "{{").Replace("}", "}}"));
            else
                text.Append('{').Append(KeyPartExpressions.OfValue(item.Member(part.Member).Value, names[item.Member(part.Member)])).Append('}');
        }

        return text.Append('"').ToString();
    }
}
