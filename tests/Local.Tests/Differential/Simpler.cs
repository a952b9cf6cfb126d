using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Requests with one part less, or with one part mended, than a request with several mistakes.</summary>
internal static partial class Simpler
{
    private const int ManyElements = 4;
    private const int MaxWords = 60;
    private static readonly string[] Types = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "BOOL", "NULL"];
    private static readonly string[] Keys = ["Key", "Item", "ExclusiveStartKey", "Keys"];
    private static readonly string[] Required = [.. Keys, "TableName", "TransactItems", "RequestItems", "UpdateExpression", "p", "s"];

    // What an object is nothing without.
    private static readonly string[] Only =
        [.. Types, "Put", "Update", "Delete", "ConditionCheck", "Get", "PutRequest", "DeleteRequest"];

    private static readonly (string Name, string Text)[] Simple =
        [("UpdateExpression", "REMOVE zz"), ("ConditionExpression", "attribute_not_exists(zz)"), ("FilterExpression", "a = a")];

    private static readonly JsonObject[] Good = [ValueDraws.Of("S", "a"), ValueDraws.Of("N", "1"), ValueDraws.Of("B", "AA==")];

    /// <summary>The requests with one part less or with another value.</summary>
    public static IEnumerable<Request> Of(Request request) => Edited(request, Edits);

    /// <summary>The requests with one part more: what a request lacks can't be mended by leaving something out.</summary>
    public static IEnumerable<Request> Mended(Request request)
    {
        foreach (var (member, value) in Lacking(request))
        {
            if (request.Body[member] is not { } present
                || (value is not JsonObject { Count: 0 } && Canonical.Text(present) != Canonical.Text(value)))
                yield return With(request, member, value);
        }

        foreach (var good in Good.Where(_ => request.Operation == "Query"))
        {
            var query = With(request, "KeyConditionExpression", "p = :pp");
            query.Body["ExpressionAttributeValues"] ??= new JsonObject();
            query.Body["ExpressionAttributeValues"]![":pp"] = good.DeepClone();
            RemoveUnused(request.Body, query.Body);
            yield return query;
        }

        var count = Missing(request.Body).Count();
        for (var index = 0; index < count; index++)
        {
            var body = request.Body.DeepClone().AsObject();
            Missing(body).ElementAt(index)();
            yield return new Request(request.Operation, body);
        }

        foreach (var mended in Edited(request, Additions))
            yield return mended;
    }

    // Names and values that expressions use.
    private static IEnumerable<Action> Missing(JsonObject body)
    {
        foreach (var name in Used(body))
        {
            var member = name[0] == '#' ? "ExpressionAttributeNames" : "ExpressionAttributeValues";
            if (body[member]?[name] is not null)
                continue;

            yield return () =>
            {
                body[member] ??= new JsonObject();
                body[member]![name] = name[0] == '#' ? "a" : ValueDraws.Of("N", "1");
            };
        }
    }

    private static IEnumerable<Request> Edited(Request request, Func<(JsonNode Parent, object At), IEnumerable<Action>> editsOf)
    {
        var count = Nodes(request.Body).Count();
        for (var index = 0; index < count; index++)
        {
            for (var edit = 0; ; edit++)
            {
                var body = request.Body.DeepClone().AsObject();
                var edits = editsOf(Nodes(body).ElementAt(index)).Skip(edit).Take(1).ToList();
                if (edits.Count == 0)
                    break;

                edits[0]();
                RemoveUnused(request.Body, body);
                yield return new Request(request.Operation, body);
            }
        }
    }

    private static IEnumerable<(string Member, JsonNode Value)> Lacking(Request request) => request.Operation switch
    {
        "CreateTable" =>
        [
            ("BillingMode", "PAY_PER_REQUEST"), ("BillingMode", "PROVISIONED"), ("TableName", "new-1"), ("KeySchema", Schema("p")),
            ("ProvisionedThroughput", new JsonObject { ["ReadCapacityUnits"] = 1, ["WriteCapacityUnits"] = 1 }), ("KeySchema", Schema("p", "s")),
            ("AttributeDefinitions", Definitions("p")), ("AttributeDefinitions", Definitions("p", "s")),
            ("AttributeDefinitions", Definitions("p", "s", "g")), ("AttributeDefinitions", Definitions("p", "g")),
            ("AttributeDefinitions", Definitions("p", "s", "h")), ("AttributeDefinitions", Definitions("p", "h")),
            ("AttributeDefinitions", Definitions("p", "s", "g", "h")), ("AttributeDefinitions", Definitions("p", "g", "h")),
        ],
        "GetItem" or "UpdateItem" or "DeleteItem" => [("Key", new JsonObject()), .. Tables()],
        "PutItem" => [("Item", new JsonObject()), .. Tables()],
        "Query" =>
        [
            .. Tables(),
            .. Good.Select(static value => ("KeyConditions", (JsonNode)new JsonObject
            {
                ["p"] = new JsonObject { ["ComparisonOperator"] = "EQ", ["AttributeValueList"] = new JsonArray(value.DeepClone()) },
            })),
        ],
        "UpdateTimeToLive" =>
        [
            ("TimeToLiveSpecification", new JsonObject { ["AttributeName"] = "a", ["Enabled"] = true }), .. Tables(),
        ],
        "UpdateTable" =>
        [
            ("ProvisionedThroughput", new JsonObject { ["ReadCapacityUnits"] = 1, ["WriteCapacityUnits"] = 1 }), .. Tables(),
        ],
        "Scan" => [("TotalSegments", 1), ("Segment", 0), .. Tables()],
        _ => request.Body.ContainsKey("TableName") ? Tables() : [],
    };

    private static IEnumerable<(string Member, JsonNode Value)> Tables() =>
        TableShape.All.Select(static table => ("TableName", (JsonNode)table.Name));

    private static JsonArray Schema(params string[] names) => new([.. names.Select(static (name, index) =>
        new JsonObject { ["AttributeName"] = name, ["KeyType"] = index == 0 ? "HASH" : "RANGE" })]);

    private static JsonArray Definitions(params string[] names) => new([.. names.Select(static name =>
        new JsonObject { ["AttributeName"] = name, ["AttributeType"] = "S" })]);

    private static Request With(Request request, string member, JsonNode value)
    {
        var body = request.Body.DeepClone().AsObject();
        body[member] = value.DeepClone();
        return new Request(request.Operation, body);
    }

    private static IEnumerable<(JsonNode Parent, object At)> Nodes(JsonNode parent)
    {
        var places = parent switch
        {
            JsonObject members => members.Select(static member => (object)member.Key),
            JsonArray elements => Enumerable.Range(0, elements.Count).Select(static index => (object)index),
            _ => [],
        };
        foreach (var at in places.ToList())
        {
            yield return (parent, at);
            if (Get(parent, at) is { } child)
            {
                foreach (var node in Nodes(child))
                    yield return node;
            }
        }
    }

    private static JsonNode? Get(JsonNode parent, object at) => at is string name ? parent[name] : parent[(int)at];

    // The names and values that only the part of an expression used that was left out.
    private static void RemoveUnused(JsonNode before, JsonNode after)
    {
        foreach (var member in (string[])["ExpressionAttributeNames", "ExpressionAttributeValues"])
        {
            if (after is not JsonObject body || body[member] is not JsonObject defined || before is not JsonObject earlier)
                continue;

            var (used, kept) = (Used(earlier), Used(body));
            foreach (var name in defined.Select(static pair => pair.Key).Where(name => used.Contains(name) && !kept.Contains(name)).ToList())
                defined.Remove(name);
            if (defined.Count == 0 && earlier[member] is JsonObject { Count: > 0 })
                body.Remove(member);
        }

        switch (before, after)
        {
            case (JsonObject earlier, JsonObject members):
                foreach (var (name, child) in members.ToList())
                {
                    if (child is JsonObject or JsonArray && earlier[name] is { } same)
                        RemoveUnused(same, child);
                }

                break;
            case (JsonArray earlier, JsonArray elements) when earlier.Count == elements.Count:
                for (var index = 0; index < elements.Count; index++)
                {
                    if (elements[index] is { } child && earlier[index] is { } same)
                        RemoveUnused(same, child);
                }

                break;
        }
    }

    private static HashSet<string> Used(JsonObject body) => [.. body
        .Where(static member => member.Key.EndsWith("Expression", StringComparison.Ordinal) && member.Value is JsonValue)
        .SelectMany(static member => Placeholder().Matches(member.Value!.ToString()).Select(static match => match.Value))];

    private static IEnumerable<Action> Edits((JsonNode Parent, object At) place)
    {
        var (parent, at) = place;
        if (at is not string required || !(Required.Contains(required) || (Only.Contains(required) && parent.AsObject().Count == 1)))
            yield return () => Remove(parent, at);
        var node = Get(parent, at);
        if (node is JsonArray { Count: > ManyElements } elements)
        {
            yield return () => RemoveRange(elements, 0, elements.Count / 2);
            yield return () => RemoveRange(elements, elements.Count / 2, elements.Count - (elements.Count / 2));
        }

        if (at is "TableName" && !TableShape.All.Any(table => table.Name == node?.ToString()))
        {
            foreach (var table in TableShape.All)
                yield return () => parent["TableName"] = table.Name;
        }

        if (at is "GlobalSecondaryIndexes" or "LocalSecondaryIndexes" && node is JsonArray indexes)
        {
            yield return () =>
            {
                foreach (var index in indexes.OfType<JsonObject>())
                    index["KeySchema"] = at is "GlobalSecondaryIndexes" ? Schema("g") : Schema("p", "s");
            };
        }

        if (at is "AttributeValueList" && node is JsonArray { Count: > 1 } list)
        {
            foreach (var one in list.Take(2))
                yield return () => parent["AttributeValueList"] = new JsonArray([.. list.Select(_ => one?.DeepClone())]);
        }

        if (at is string name && name.EndsWith("Expression", StringComparison.Ordinal) && node is JsonValue value
            && value.TryGetValue<string>(out var text))
        {
            foreach (var shorter in Simple.Where(simple => name == simple.Name).Select(static simple => simple.Text).Concat(Shorter(text)))
                yield return () => parent[name] = shorter;
        }

        if (node is JsonObject { Count: < 2 } typed && !(at is string of && (Keys.Contains(of) || of.StartsWith("Expr", StringComparison.Ordinal)))
            && typed.All(static member => Types.Contains(member.Key)))
        {
            foreach (var good in Good.OrderByDescending(good => typed.ContainsKey(good.First().Key)))
                yield return () => Set(parent, at, good.DeepClone());
        }
    }

    private static IEnumerable<Action> Additions((JsonNode Parent, object At) place)
    {
        var (parent, at) = place;
        if (Get(parent, at) is JsonObject body)
        {
            foreach (var addition in Missing(body))
                yield return addition;
            if (at is "Update" && !body.ContainsKey("UpdateExpression"))
                yield return () => body["UpdateExpression"] = "REMOVE zz";
        }

        if (Get(parent, at) is JsonObject key && (at is string of ? Keys.Contains(of) : key.All(static member => member.Key is "p" or "s" or "a")))
        {
            foreach (var attribute in (string[])["p", "s"])
            {
                foreach (var good in Good.Where(_ => !key.ContainsKey(attribute)))
                    yield return () => key[attribute] = good.DeepClone();
            }
        }
    }

    // Leaves out words of an expression, many first.
    private static IEnumerable<string> Shorter(string text)
    {
        var words = Word().Matches(text).Select(static match => match.Value).ToArray();
        if (words.Length > MaxWords)
        {
            yield return string.Concat(words[..(words.Length / 2)]);
            yield return string.Concat(words[(words.Length / 2)..]);
            yield break;
        }

        for (var length = words.Length - 1; length > 0; length--)
        {
            for (var start = 0; start + length <= words.Length; start++)
                yield return string.Concat(words.Where((_, index) => index < start || index >= start + length));
        }
    }

    private static void RemoveRange(JsonArray elements, int index, int count) => elements.RemoveRange(index, count);

    private static void Remove(JsonNode parent, object at)
    {
        if (at is string name)
            parent.AsObject().Remove(name);
        else
            parent.AsArray().RemoveAt((int)at);
    }

    private static void Set(JsonNode parent, object at, JsonNode value)
    {
        if (at is string name)
            parent[name] = value;
        else
            parent[(int)at] = value;
    }

    [GeneratedRegex(@"[:#]\w+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s*(?:[:#]?\w+|\[\d+\]|\S)")]
    private static partial Regex Word();
}
