using System.Text;
using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Fuzzing;

/// <summary>Spoils requests: their bytes, values of their JSON, or the text of their expressions.</summary>
internal sealed class Mangler(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e999", "-9223372036854775809", "123456789012345678901234567890",
        "\"\"", "\"a\"", "\"\\ud800\"", "\"\\u0000\"",
        "[]", "{}", "[null]", "[[]]", "{\"S\":1}", "{\"N\":\"x\"}", "{\"N\":\"1E999\"}", "{\"S\":\"a\",\"N\":\"1\"}",
        "{\"SS\":[]}", "{\"BS\":[\"!\"]}", "{\"M\":{\"a\":null}}",
        "{\"\\udc00\":1}", "\"ALL_OLD\"", "\"arn:aws:dynamodb:x:1:table/tab\"", "\"#a = :b\"", "{\"L\":[{\"L\":[{\"L\":[]}]}]}",
        "{\"BOOL\":\"maybe\"}", "{\"NULL\":false}",
    ];

    private static readonly string[] Words =
        ["(", ")", "AND", "or", "NOT", "BETWEEN", "IN", "=", "<>", "<", ",", ".", "[", "]", "[0]", "[99999999999]",
         "#n", ":n", ":", "#", "size(", "contains(p,", "SET", "REMOVE", "+", "-", "😀", "é", "\u0000", "a", "p"];

    private readonly Random random = new(seed);

    /// <summary>A spoilt body.</summary>
    public byte[] Mangle(string body) => random.Next(4) switch
    {
        0 => MangleBytes(Encoding.UTF8.GetBytes(body)),
        1 => Encoding.UTF8.GetBytes(MangleExpressions(body)),
        _ => Encoding.UTF8.GetBytes(MangleValues(body)),
    };

    private byte[] MangleBytes(byte[] bytes)
    {
        var mangled = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0 && mangled.Count > 0; times--)
        {
            var place = random.Next(mangled.Count);
            switch (random.Next(5))
            {
                case 0:
                    mangled[place] = (byte)random.Next(256);
                    break;
                case 1:
                    mangled.RemoveAt(place);
                    break;
                case 2:
                    mangled.Insert(place, (byte)random.Next(256));
                    break;
                case 3:
                    mangled.RemoveRange(place, mangled.Count - place);
                    break;
                default:
                    mangled.InsertRange(place, mangled.GetRange(0, random.Next(Math.Min(place + 1, 50))));
                    break;
            }
        }

        return [.. mangled];
    }

    private string MangleValues(string body)
    {
        // A value is marked in the tree and replaced in the text, because some replacements do not fit into a tree.
        var root = JsonNode.Parse(body)!;
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        if (nodes.Count == 0)
            return Pick(Values);

        var victim = nodes[random.Next(nodes.Count)];
        if (random.Next(4) == 0 && victim.Parent is JsonObject parent)
        {
            var name = victim.GetPropertyName();
            parent.Remove(name);
            if (random.Next(2) == 0)
                parent["Other"] = victim;
            return root.ToJsonString();
        }

        victim.ReplaceWith("@victim@");
        return root.ToJsonString().Replace("\"@victim@\"", Pick(Values), StringComparison.Ordinal);
    }

    private static bool IsExpression(JsonNode node) =>
        node.Parent is JsonObject && node.GetPropertyName().EndsWith("Expression", StringComparison.Ordinal);

    private string MangleExpressions(string body)
    {
        var root = JsonNode.Parse(body)!;
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        foreach (var node in nodes.Where(IsExpression).ToList())
        {
            var words = node.GetValue<string>().Split(' ').ToList();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var place = random.Next(words.Count);
                if (random.Next(2) == 0)
                    words[place] = Pick(Words);
                else
                    words.Insert(place, Pick(Words));
            }

            node.ReplaceWith(string.Join(' ', words));
        }

        return root.ToJsonString();
    }

    private static void Collect(JsonNode node, List<JsonNode> nodes)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(static member => member.Value),
            JsonArray elements => elements,
            _ => [],
        };
        foreach (var child in children)
        {
            nodes.Add(child!);
            Collect(child!, nodes);
        }
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
