using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Requests with one part more: what a request lacks can't be mended by leaving something out.</summary>
internal static class Mended
{
    private static readonly string[] KeyMembers = ["Key", "Item", "ExclusiveStartKey"];

    private static readonly string[] Clauses = [" REMOVE ", " ADD ", " DELETE "];

    private static readonly string[][] Attributes =
        [["p"], ["p", "s"], ["p", "s", "g"], ["p", "g"], ["p", "s", "h"], ["p", "h"], ["p", "s", "g", "h"], ["p", "g", "h"]];

    /// <summary>The requests.</summary>
    public static IEnumerable<Request> Of(Request request) =>
    [
        .. Members(request)
            .Where(member => Canonical.Text(request.Body[member.Name]) != Canonical.Text(member.Value))
            .Select(member => With(request, body => body[member.Name] = member.Value)),
        .. IfMissing(request)
            .Where(member => !request.Body.ContainsKey(member.Name))
            .Select(member => With(request, body => body[member.Name] = member.Value)),
        .. KeyConditions(request),
        .. Schemas(request),
        .. Assignments(request),
        .. Placeholders.Missing(request.Body).Select(addition => With(request, addition)),
        .. Place.Edit(request, Additions),
    ];

    /// <summary>A key schema.</summary>
    public static JsonArray Schema(params string[] names) => new([.. names.Select(static (name, index) =>
        new JsonObject { ["AttributeName"] = name, ["KeyType"] = index == 0 ? "HASH" : "RANGE" })]);

    /// <summary>Provisioned units.</summary>
    public static JsonObject Throughput() => new() { ["ReadCapacityUnits"] = 1, ["WriteCapacityUnits"] = 1 };

    private static IEnumerable<(string Name, JsonNode Value)> Members(Request request) => request.Operation switch
    {
        "CreateTable" =>
        [
            ("BillingMode", "PAY_PER_REQUEST"), ("BillingMode", "PROVISIONED"), ("ProvisionedThroughput", Throughput()),
            ("TableName", "new-1"), ("KeySchema", Schema("p")), ("KeySchema", Schema("p", "s")),
            .. Attributes.Select(static names => ("AttributeDefinitions", (JsonNode)Definitions(names))),
        ],
        "UpdateTable" => [("ProvisionedThroughput", Throughput())],
        "UpdateTimeToLive" =>
        [
            ("TimeToLiveSpecification", new JsonObject { ["AttributeName"] = "a", ["Enabled"] = true }),
        ],
        "Scan" => [("TotalSegments", 1), ("Segment", 0)],
        _ => [],
    };

    private static IEnumerable<(string Name, JsonNode Value)> IfMissing(Request request)
    {
        if (request.Operation is "GetItem" or "UpdateItem" or "DeleteItem")
            yield return ("Key", new JsonObject());
        if (request.Operation == "PutItem")
            yield return ("Item", new JsonObject());
        if (request.Operation is not ("BatchGetItem" or "BatchWriteItem" or "TransactGetItems" or "TransactWriteItems"))
        {
            foreach (var table in TableShape.All)
                yield return ("TableName", table.Name);
        }
    }

    private static IEnumerable<Request> KeyConditions(Request request)
    {
        foreach (var good in Place.Good("", null).Where(_ => request.Operation == "Query"))
        {
            yield return With(request, body =>
            {
                body["KeyConditionExpression"] = "p = :pp";
                body["ExpressionAttributeValues"] ??= new JsonObject();
                body["ExpressionAttributeValues"]![":pp"] = good.DeepClone();
                Placeholders.RemoveUnused(request.Body, body);
            });
            yield return With(request, body => body["KeyConditions"] = new JsonObject
            {
                ["p"] = new JsonObject { ["ComparisonOperator"] = "EQ", ["AttributeValueList"] = new JsonArray(good.DeepClone()) },
            });
        }
    }

    // A table whose keys, definitions and units fit together.
    private static IEnumerable<Request> Schemas(Request request)
    {
        if (request.Operation != "CreateTable")
            yield break;

        yield return With(request, static body =>
        {
            body["KeySchema"] = Schema("p", "s");
            body["BillingMode"] = "PROVISIONED";
            body["ProvisionedThroughput"] = Throughput();
            var indexes = body["GlobalSecondaryIndexes"] as JsonArray;
            body["AttributeDefinitions"] = Definitions(indexes is { Count: > 0 } ? ["p", "s", "g"] : ["p", "s"]);
            foreach (var index in indexes?.OfType<JsonObject>() ?? [])
                (index["KeySchema"], index["ProvisionedThroughput"]) = (Schema("g"), Throughput());
            foreach (var index in (body["LocalSecondaryIndexes"] as JsonArray)?.OfType<JsonObject>() ?? [])
                index["KeySchema"] = Schema("p", "s");
        });
    }

    // An assignment without a mistake before the other clauses: without one, an update of a missing item may do nothing.
    private static IEnumerable<Request> Assignments(Request request)
    {
        if (request.Body["UpdateExpression"] is not JsonValue value || !value.TryGetValue<string>(out var text))
            yield break;

        foreach (var clause in Clauses.Where(clause => text.Contains(clause, StringComparison.Ordinal)))
        {
            yield return With(request, body =>
            {
                body["UpdateExpression"] = "SET zz = :pp" + text[text.IndexOf(clause, StringComparison.Ordinal)..];
                body["ExpressionAttributeValues"] ??= new JsonObject();
                body["ExpressionAttributeValues"]![":pp"] = ValueDraws.Of("N", "1");
                Placeholders.RemoveUnused(request.Body, body);
            });
        }
    }

    private static IEnumerable<Action<Place>> Additions(Place place)
    {
        if (place.Node is not JsonObject body)
            yield break;

        foreach (var addition in Placeholders.Missing(body))
            yield return part => addition(part.Node!.AsObject());
        if (place.At is "Update" && !body.ContainsKey("UpdateExpression"))
            yield return static part => part.Node!["UpdateExpression"] = "REMOVE zz";
        if (place.At is string name ? !KeyMembers.Contains(name) : body.Any(static member => member.Key is not ("p" or "s" or "a")))
            yield break;

        foreach (var attribute in (place.Table?.Keys ?? ["p", "s"]).Where(attribute => !body.ContainsKey(attribute)))
        {
            foreach (var good in Place.Good(attribute, place.Table))
                yield return part => part.Node![attribute] = good.DeepClone();
        }
    }

    private static Request With(Request request, Action<JsonObject> edit)
    {
        var body = request.Body.DeepClone().AsObject();
        edit(body);
        return new Request(request.Operation, body);
    }

    private static JsonArray Definitions(string[] names) => new([.. names.Select(static name =>
        new JsonObject { ["AttributeName"] = name, ["AttributeType"] = "S" })]);
}
