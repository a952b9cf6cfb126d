using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Requests with one part less, or with one value replaced, than a request with several mistakes.</summary>
internal static partial class Simpler
{
    private const int ManyElements = 4;
    private const int MaxWords = 60;

    private static readonly string[] Types = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "BOOL", "NULL"];
    private static readonly string[] NoValues =
        ["Key", "Item", "ExclusiveStartKey", "ExpressionAttributeNames", "ExpressionAttributeValues"];


    // To leave these out is another mistake.
    private static readonly string[] Required =
    [
        "Key", "Item", "Keys", "TableName", "TransactItems", "RequestItems", "UpdateExpression", "p", "s", "IndexName", "KeySchema",
        "AttributeDefinitions", "AttributeName", "AttributeType", "KeyType", "Projection", "ProjectionType",
    ];

    // What an object is nothing without.
    private static readonly string[] Only =
        [.. Types, "Put", "Update", "Delete", "ConditionCheck", "Get", "PutRequest", "DeleteRequest"];

    private static readonly (string Name, string Text)[] Simple =
    [
        ("UpdateExpression", "REMOVE zz"), ("ConditionExpression", "attribute_not_exists(zz)"),
        ("FilterExpression", "attribute_exists(a)"),
    ];

    /// <summary>The requests.</summary>
    public static IEnumerable<Request> Of(Request request) => Place.Edit(request, Removals).Concat(Place.Edit(request, static place =>
        OfTables(place).Concat(OfExpressions(place)).Concat(OfValues(place))));

    private static IEnumerable<Action<Place>> Removals(Place place)
    {
        var isNeeded = place.At is string name && !(name == "IndexName" && place.Table is not null)
            && (Required.Contains(name) || (Only.Contains(name) && place.Parent.AsObject().Count == 1));
        if (!isNeeded && (string?)(place.Node as JsonObject)?["KeyType"] != "HASH")
            yield return static part => part.Remove();
        if (place.Node is not JsonArray { Count: > ManyElements and var count })
            yield break;

        yield return part => part.Node!.AsArray().RemoveRange(0, count / 2);
        yield return part => part.Node!.AsArray().RemoveRange(count / 2, count - (count / 2));
    }

    private static IEnumerable<Action<Place>> OfTables(Place place)
    {
        switch (place)
        {
            case { At: "TableName", Table: null, Parent: JsonObject body } when !body.ContainsKey("KeySchema"):
                foreach (var table in TableShape.All)
                {
                    yield return part =>
                    {
                        part.Set(table.Name);
                        foreach (var index in Place.Of(part.Parent).Where(static inner => inner.At is "IndexName").ToList())
                            index.Set(table.Indexes.FirstOrDefault(static index => index.IsGlobal)?.Name ?? "none");
                    };
                }

                break;
            case { At: "IndexName" }:
                foreach (var index in place.Table?.Indexes ?? [])
                    yield return part => part.Set(index.Name);
                break;
            case { At: "Enabled" }:
                yield return part => part.Set(true);
                break;
            case { At: "GlobalSecondaryIndexes" or "LocalSecondaryIndexes", Node: JsonArray }:
                yield return static part =>
                {
                    foreach (var index in part.Node!.AsArray().OfType<JsonObject>())
                        index["KeySchema"] = part.At is "GlobalSecondaryIndexes" ? Mended.Schema("g") : Mended.Schema("p", "s");
                };
                yield return static part =>
                {
                    foreach (var index in part.Node!.AsArray().OfType<JsonObject>())
                        index["ProvisionedThroughput"] = Mended.Throughput();
                };
                break;
        }
    }

    private static IEnumerable<Action<Place>> OfExpressions(Place place)
    {
        if (place is not { At: string name, Node: JsonValue value } || !name.EndsWith("Expression", StringComparison.Ordinal)
            || !value.TryGetValue<string>(out var text))
        {
            yield break;
        }

        foreach (var shorter in Simple.Where(simple => name == simple.Name).Select(static simple => simple.Text).Concat(Shorter(text)))
            yield return part => part.Set(shorter);
    }

    private static IEnumerable<Action<Place>> OfValues(Place place)
    {
        if (place is { At: "AttributeValueList", Node: JsonArray { Count: > 1 } list })
        {
            foreach (var one in list.Take(2))
                yield return part => part.Set(new JsonArray([.. list.Select(_ => one?.DeepClone())]));
        }

        if (place.Node is not JsonObject { Count: < 2 } typed || NoValues.Contains(place.At)
            || !typed.All(static member => Types.Contains(member.Key)))
        {
            yield break;
        }

        var values = Place.Good(place.At, place.Table).OrderByDescending(good => typed.ContainsKey(good.First().Key));
        foreach (var good in values)
            yield return part => part.Set(good);
    }

    // Leaves out words of an expression, many first.
    private static IEnumerable<string> Shorter(string text)
    {
        var words = Word().Matches(text).Select(static match => match.Value).ToArray();
        if (words.Length > MaxWords)
        {
            yield return string.Concat(words[..(words.Length / 2)]);
            yield return string.Concat(words[(words.Length / 2)..]);
            foreach (var part in text.Split(" AND ").Take(2).Concat(text.Split(" OR ").Take(2)).Where(part => part != text))
                yield return part;
            var parts = text.Split(", ");
            for (var left = 0; left < parts.Length && parts.Length > 1; left++)
                yield return string.Join(", ", parts.Where((_, index) => index != left));
            yield break;
        }

        for (var length = words.Length - 1; length > 0; length--)
        {
            for (var start = 0; start + length <= words.Length; start++)
                yield return string.Concat(words.Where((_, index) => index < start || index >= start + length));
        }
    }

    [GeneratedRegex(@"\s*(?:[:#]?\w+|\[\d+\]|\S)")]
    private static partial Regex Word();
}
