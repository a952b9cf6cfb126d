using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Keeps the names and values of a request in step with its expressions.</summary>
internal static partial class Placeholders
{
    private static readonly string[] Members = ["ExpressionAttributeNames", "ExpressionAttributeValues"];

    /// <summary>Adds what the expressions of an object use and lack, one at a time.</summary>
    public static IEnumerable<Action<JsonObject>> Missing(JsonObject body)
    {
        foreach (var name in Used(body))
        {
            var isName = name[0] == '#';
            var member = Members[isName ? 0 : 1];
            if (body[member]?[name] is not null)
                continue;

            yield return edited =>
            {
                edited[member] ??= new JsonObject();
                edited[member]![name] = isName ? "a" : ValueDraws.Of("N", "1");
            };
        }
    }

    /// <summary>Removes what only the part of an expression used that an edit left out.</summary>
    public static void RemoveUnused(JsonNode before, JsonNode after)
    {
        if (before is JsonObject earlier && after is JsonObject body)
        {
            foreach (var member in Members)
                RemoveUnused(member, earlier, body);
            foreach (var (name, child) in body.ToList())
            {
                if (child is JsonObject or JsonArray && earlier[name] is { } same)
                    RemoveUnused(same, child);
            }
        }
        else if (before is JsonArray others && after is JsonArray elements && others.Count == elements.Count)
        {
            foreach (var (other, element) in others.Zip(elements))
            {
                if (other is not null && element is not null)
                    RemoveUnused(other, element);
            }
        }
    }

    private static void RemoveUnused(string member, JsonObject before, JsonObject after)
    {
        if (after[member] is not JsonObject defined)
            return;

        var unused = Used(before).Except(Used(after)).Where(defined.ContainsKey).ToList();
        foreach (var name in unused)
            defined.Remove(name);
        if (defined.Count == 0 && before[member] is JsonObject { Count: > 0 })
            after.Remove(member);
    }

    private static IEnumerable<string> Used(JsonObject body) => body
        .Where(static member => member.Key.EndsWith("Expression", StringComparison.Ordinal) && member.Value is JsonValue)
        .SelectMany(static member => Placeholder().Matches($"{member.Value}").Select(static match => match.Value))
        .Distinct();

    [GeneratedRegex(@"[:#]\w+")]
    private static partial Regex Placeholder();
}
