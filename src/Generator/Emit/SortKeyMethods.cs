using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes the conditions on one attribute of a sort key that holds several members, the attributes before it being equal.
/// </summary>
internal sealed class SortKeyMethods(SourceWriter writer, ItemSpec item, string scope, List<KeySpec> leading, KeySpec key)
{
    private static readonly (string Method, string Summary)[] Comparisons =
    [
        ("LessThan", "Less than the value"),
        ("AtMost", "The value or less"),
        ("GreaterThan", "Greater than the value"),
        ("AtLeast", "The value or greater"),
    ];

    private readonly string condition = $"{SortKeyCondition}<{scope}>";
    private readonly List<MemberSpec> own = KeyExpressions.Members(item, key);
    private readonly List<MemberSpec> all = KeyExpressions.Members(item, [.. leading, key]);

    /// <summary>Emits the methods.</summary>
    public void Emit()
    {
        Method(
            "EqualTo",
            "Equal to the value",
            all,
            names => $"{condition}.EqualTo({KeyExpressions.Values(item, leading.Append(key), names)})");
        if (own.Count == 0)
            return;
        foreach (var (method, summary) in Comparisons)
        {
            writer.Line();
            Method(
                method,
                summary,
                all,
                names => After(names, $"{condition}.{method}({KeyExpressions.Value(item, key, names)}{Prefix(names)})"));
        }

        writer.Line();
        Between();
        StartsWith();
    }

    private void Method(string name, string summary, List<MemberSpec> parameters, Func<LocalNames, string> expression)
    {
        var names = new LocalNames(all);
        writer.Line($"/// <summary>{summary}.</summary>");
        using (writer.Indent($"public static {condition} {name}({KeyExpressions.Parameters(parameters, names)}) =>"))
            writer.Line($"{expression(names)};");
    }

    private void Between()
    {
        var last = own[own.Count - 1];
        var rest = all.Where(member => member != last).ToList();
        var names = new LocalNames(all);
        var bare = names[last].TrimStart('@');
        var suffix = char.ToUpperInvariant(bare[0]) + bare.Substring(1);
        var low = new LocalNames(all, last, "low" + suffix);
        var high = new LocalNames(all, last, "high" + suffix);
        var separator = rest.Count > 0 ? ", " : "";
        var type = last.Value.Type.FullName;
        var range = $"{condition}.Between({KeyExpressions.Value(item, key, low)}, {KeyExpressions.Value(item, key, high)})";
        writer.Line("/// <summary>Between the two values, both included.</summary>");
        var parameters = $"{KeyExpressions.Parameters(rest, names)}{separator}{type} low{suffix}, {type} high{suffix}";
        using (writer.Indent($"public static {condition} Between({parameters}) =>"))
            writer.Line($"{After(names, range)};");
    }

    /// <summary>By each number of leading parts; where more parts follow, the text between them ends the last one given.</summary>
    private void StartsWith()
    {
        if (!key.IsComposed)
        {
            if (own[0].Value is not { Kind: ValueKind.String or ValueKind.Bytes })
                return;
            writer.Line();
            Method(
                "StartsWith",
                "Begins with the value",
                all,
                names => After(names, $"{condition}.StartsWith({KeyExpressions.Value(item, key, names)})"));
            return;
        }

        for (var count = 1; count <= own.Count; count++)
        {
            var given = own.Take(count).ToList();
            var isLast = count == own.Count;
            if (isLast && given[count - 1].Value.Kind != ValueKind.String)
                return;
            var parts = Leading(given.Count);
            var summary = isLast ? "Begins with the value" : "Has the leading parts";
            var parameters = KeyExpressions.Members(item, [.. leading]).Concat(given).Distinct().ToList();
            writer.Line();
            Method(
                "StartsWith",
                summary,
                parameters,
                names => After(names, $"{condition}.StartsWith({KeyExpressions.Text(item, parts, names)})"));
        }
    }

    /// <summary>The template's parts up to a number of members, with the literal text that follows, unless it ends the template.</summary>
    private List<TemplatePartSpec> Leading(int memberCount)
    {
        var parts = new List<TemplatePartSpec>();
        var left = memberCount;
        foreach (var part in key.Parts)
        {
            if (left == 0 && (part.Member is not null || memberCount == own.Count))
                break;
            parts.Add(part);
            if (part.Member is not null)
                left--;
        }

        return parts;
    }

    /// <summary>The text that keys with the same leading parts begin with, as a further argument; nothing where there is none.</summary>
    private string Prefix(LocalNames names)
    {
        if (!key.IsComposed)
            return "";
        var lastMember = key.Parts.ToList().FindLastIndex(part => part.Member is not null);
        var parts = key.Parts.Take(lastMember).ToList();
        return parts.Count == 0 ? "" : ", " + KeyExpressions.String(item, parts, names);
    }

    private string After(LocalNames names, string expression) => leading.Count == 0
        ? expression
        : $"{expression}.After({string.Join(", ", leading.Select(other => KeyExpressions.Value(item, other, names)))})";
}
