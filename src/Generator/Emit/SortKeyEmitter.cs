using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the class of conditions on a sort key, of the table or of an index.</summary>
internal static class SortKeyEmitter
{
    private static readonly (string Method, string Summary)[] Comparisons =
    [
        ("LessThan", "Less than the value"),
        ("AtMost", "The value or less"),
        ("GreaterThan", "Greater than the value"),
        ("AtLeast", "The value or greater"),
    ];

    /// <summary>Emits the class.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="item">The item type.</param>
    /// <param name="name">The class's name.</param>
    /// <param name="scope">What the conditions are for.</param>
    /// <param name="keys">The attributes of the sort key.</param>
    public static void Emit(SourceWriter writer, ItemSpec item, string name, string scope, EquatableArray<KeySpec> keys)
    {
        var described = string.Join(", ", keys.Select(key => $"<c>{KeyExpressions.Describe(key)}</c>"));
        writer.Line($"/// <summary>Conditions on the sort key, {described}.</summary>");
        using var block = writer.Block($"public static class {name}");
        for (var i = 0; i < keys.Count; i++)
        {
            if (i > 0)
                writer.Line();
            new KeyConditions(writer, item, $"{SortKeyCondition}<{scope}>", keys.Take(i).ToList(), keys[i]).Emit();
        }
    }

    /// <summary>The conditions on one attribute, those before it being equal.</summary>
    private sealed class KeyConditions(SourceWriter writer, ItemSpec item, string condition, List<KeySpec> leading, KeySpec key)
    {
        private readonly List<MemberSpec> before = KeyExpressions.Members(item, [.. leading]);
        private readonly List<MemberSpec> own = KeyExpressions.Members(item, key);

        public void Emit()
        {
            Method("EqualTo", "Equal to the value", Parameters(before.Concat(own)), All(), (names, _) => Leading(names, "EqualTo", KeyExpressions.Value(item, key, names)));
            if (own.Count == 0)
                return;
            foreach (var (method, summary) in Comparisons)
            {
                writer.Line();
                Method(method, summary, Parameters(before.Concat(own)), All(), (names, _) => Compare(method, names));
            }

            writer.Line();
            Between();
            StartsWith();
        }

        private List<MemberSpec> All() => before.Concat(own).Distinct().ToList();

        private static List<MemberSpec> Parameters(IEnumerable<MemberSpec> members) => members.Distinct().ToList();

        private void Method(string name, string summary, List<MemberSpec> parameters, List<MemberSpec> named, Func<LocalNames, List<MemberSpec>, string> expression)
        {
            var names = new LocalNames(named);
            writer.Line($"/// <summary>{summary}.</summary>");
            KeyExpressions.ParameterDocs(writer, parameters, names);
            writer.Line($"public static {condition} {name}({KeyExpressions.Parameters(parameters, names)}) =>");
            writer.Line($"    {expression(names, parameters)};");
        }

        private string Compare(string method, LocalNames names)
        {
            var value = KeyExpressions.Value(item, key, names);
            return Prefix(names) is { } prefix
                ? After(names, $"{ComposedSortKey}.{method}<{Scope()}>({prefix}, {value})")
                : After(names, $"{condition}.{method}({value})");
        }

        private void Between()
        {
            var last = own[own.Count - 1];
            var rest = before.Concat(own).Distinct().Where(member => member != last).ToList();
            var names = new LocalNames(before.Concat(own).Distinct());
            var bare = names[last].TrimStart('@');
            var suffix = char.ToUpperInvariant(bare[0]) + bare.Substring(1);
            var low = new LocalNames(All(), last, "low" + suffix);
            var high = new LocalNames(All(), last, "high" + suffix);
            var separator = rest.Count > 0 ? ", " : "";
            writer.Line("/// <summary>Between the two values, both included.</summary>");
            KeyExpressions.ParameterDocs(writer, rest, names);
            writer.Line($"/// <param name=\"low{suffix}\">The least {last.Name}.</param>");
            writer.Line($"/// <param name=\"high{suffix}\">The greatest {last.Name}.</param>");
            writer.Line($"public static {condition} Between({KeyExpressions.Parameters(rest, names)}{separator}{last.Value.Type.FullName} low{suffix}, {last.Value.Type.FullName} high{suffix}) =>");
            writer.Line($"    {After(names, $"{condition}.Between({KeyExpressions.Value(item, key, low)}, {KeyExpressions.Value(item, key, high)})")};");
        }

        /// <summary>By each number of leading parts; where more parts follow, the text between them ends the last one given.</summary>
        private void StartsWith()
        {
            if (!key.IsComposed)
            {
                if (own[0].Value is not { Kind: ValueKind.String or ValueKind.Bytes })
                    return;
                writer.Line();
                Method("StartsWith", "Begins with the value", All(), All(), (names, _) => After(names, $"{condition}.StartsWith({KeyExpressions.Value(item, key, names)})"));
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
                writer.Line();
                Method("StartsWith", summary, before.Concat(given).Distinct().ToList(), All(), (names, _) => After(names, $"{condition}.StartsWith({KeyExpressions.Text(item, parts, names)})"));
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

        /// <summary>The text that keys with the same leading parts begin with; null when there is none.</summary>
        private string? Prefix(LocalNames names)
        {
            if (!key.IsComposed)
                return null;
            var lastMember = key.Parts.ToList().FindLastIndex(part => part.Member is not null);
            var parts = key.Parts.Take(lastMember).ToList();
            return parts.Count == 0 ? null : KeyExpressions.String(item, parts, names);
        }

        private string Leading(LocalNames names, string method, string value) => leading.Count == 0
            ? $"{condition}.{method}({value})"
            : $"{condition}.{method}({string.Join(", ", leading.Select(other => KeyExpressions.Value(item, other, names)))}, {value})";

        private string After(LocalNames names, string expression) => leading.Count == 0
            ? expression
            : $"{expression}.After({string.Join(", ", leading.Select(other => KeyExpressions.Value(item, other, names)))})";

        private string Scope() => condition.Substring(SortKeyCondition.Length + 1, condition.Length - SortKeyCondition.Length - 2);
    }
}
