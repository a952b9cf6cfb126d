using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws operations on tables, and the requests that create the tables of an episode.</summary>
internal sealed class TableDraws(Draw draw)
{
    private static readonly string[] New = ["new-1", "new-2", "new.3", new('n', 255)];

    /// <summary>A request of any operation.</summary>
    public Request Any() => draw.Below(20) switch
    {
        < 7 => new("CreateTable", RandomTable()),
        < 10 => new("DeleteTable", new() { ["TableName"] = draw.One<string>(draw.Chance(90) ? New : ["missing", "a"]) }),
        < 13 => new("DescribeTable", new()
        {
            ["TableName"] = draw.One<string>(draw.Chance(85) ? [.. New, "numbers", "texts"] : ["missing", "a", "t!"]),
        }),
        < 15 => List(),
        < 17 => new("UpdateTimeToLive", new()
        {
            ["TableName"] = draw.One(New),
            ["TimeToLiveSpecification"] = new JsonObject { ["AttributeName"] = draw.One("a", "größe", ""), ["Enabled"] = draw.Chance(60) },
        }),
        < 18 when draw.Chance(20) => new("DescribeLimits", []),
        < 18 => new("DescribeTimeToLive", new() { ["TableName"] = draw.One<string>([.. New, "missing"]) }),
        < 19 => UpdateThroughput(),
        _ => UpdateIndexes(),
    };

    /// <summary>The request that creates a table of an episode.</summary>
    public static JsonObject Create(TableShape table)
    {
        var body = Named(table.Name, table.AllKeys.ToDictionary(static name => name, name => $"{table.TypeOf(name)}"), table.Keys);
        body["BillingMode"] = "PAY_PER_REQUEST";
        body["StreamSpecification"] = new JsonObject { ["StreamEnabled"] = true, ["StreamViewType"] = "NEW_AND_OLD_IMAGES" };
        foreach (var kind in table.Indexes.GroupBy(static index => index.IsGlobal))
        {
            body[kind.Key ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes"] = new JsonArray([.. kind.Select(static index => Index(
                index.Name, index.Keys, index.Projection, index.Projection == "INCLUDE" ? TableShape.Included : null))]);
        }

        return body;
    }

    private Request List()
    {
        var body = new JsonObject();
        if (draw.Chance(50))
            body["Limit"] = draw.One(1, 2, 3, 100, draw.Chance(20) ? 0 : 1, draw.Chance(20) ? 101 : 2);
        if (draw.Chance(40))
            body["ExclusiveStartTableName"] = draw.One("new-1", "numbers", "zzz", "aaa", draw.Chance(20) ? "t!" : "ppp");
        return new Request("ListTables", body);
    }

    private Request UpdateThroughput()
    {
        var body = new JsonObject { ["TableName"] = draw.One(New) };
        if (draw.Chance(70))
            body["ProvisionedThroughput"] = Throughput();
        if (draw.Chance(40))
            body["BillingMode"] = draw.One("PROVISIONED", "PAY_PER_REQUEST");
        return new Request("UpdateTable", body);
    }

    private Request UpdateIndexes()
    {
        var name = draw.One("index-0", "index-1", "added");
        var update = draw.Below(4) switch
        {
            0 => new JsonObject { ["Delete"] = new JsonObject { ["IndexName"] = name } },
            1 => new JsonObject { ["Update"] = new JsonObject { ["IndexName"] = name, ["ProvisionedThroughput"] = Throughput() } },
            _ => new JsonObject { ["Create"] = Index(name, draw.One<string[]>(["g"], ["g", "h"], ["h", "p"]), "ALL", null) },
        };
        if (update["Create"] is JsonObject index && draw.Chance(50))
            index["ProvisionedThroughput"] = Throughput();
        return new Request("UpdateTable", new()
        {
            ["TableName"] = draw.One(New),
            ["AttributeDefinitions"] = new JsonArray([.. draw.Some(["g", "h", "p"], 85).Select(static attribute =>
                new JsonObject { ["AttributeName"] = attribute, ["AttributeType"] = "S" })]),
            ["GlobalSecondaryIndexUpdates"] = new JsonArray(update),
        });
    }

    private JsonObject RandomTable()
    {
        var types = draw.Some(["p", "s", "g", "h"], 60)
            .ToDictionary(static attribute => attribute, _ => draw.One("S", "N", "B", draw.Rarely(30) ? "X" : "S"));
        var name = draw.One<string>(draw.Chance(90) ? New : ["plain", "a", "t!", ""]);
        var body = Named(name, types, draw.Chance(50) ? ["p"] : ["p", draw.One("s", "h", draw.Chance(5) ? "p" : "s")]);
        if (draw.Chance(60))
            body["BillingMode"] = draw.One("PAY_PER_REQUEST", "PROVISIONED", draw.Chance(5) ? "nope" : "PROVISIONED");
        if (draw.Chance(40))
            body["ProvisionedThroughput"] = Throughput();
        if (draw.Chance(40))
        {
            body["GlobalSecondaryIndexes"] = Indexes(static draw =>
                draw.Chance(50) ? ["g"] : [draw.One("g", "h", "p"), draw.One("s", "p", "h")]);
        }

        if (draw.Chance(25))
            body["LocalSecondaryIndexes"] = Indexes(static draw => draw.Chance(10) ? ["g"] : ["p", draw.One("s", "g", "h")]);
        if (draw.Chance(15))
        {
            body["StreamSpecification"] = draw.One<Func<JsonObject>>(
                () => new() { ["StreamEnabled"] = true, ["StreamViewType"] = draw.One("NEW_IMAGE", "KEYS_ONLY", "nope") },
                static () => new() { ["StreamEnabled"] = true },
                static () => new() { ["StreamEnabled"] = false },
                static () => new() { ["StreamEnabled"] = false, ["StreamViewType"] = "NEW_IMAGE" })();
        }

        return body;
    }

    private JsonArray Indexes(Func<Draw, string[]> keys)
    {
        var count = draw.Chance(80) ? 1 : draw.One(0, 2, 6, 21);
        var indexes = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var index = Index(
                draw.Chance(95) ? $"index-{i}" : draw.One("index-0", "i", "i!", ""),
                keys(draw),
                draw.One("ALL", "KEYS_ONLY", "INCLUDE", draw.Chance(5) ? "nope" : "ALL"),
                draw.Chance(35) ? [.. draw.Some(["a", "p", "größe", "a"], 50)] : null);
            if (draw.Chance(10))
                index["ProvisionedThroughput"] = Throughput();
            if (draw.Rarely(20))
                index.Remove("Projection");
            indexes.Add(index);
        }

        return indexes;
    }

    private JsonObject Throughput() => new()
    {
        ["ReadCapacityUnits"] = draw.One(1, 5, 10, draw.Chance(10) ? 0 : 1),
        ["WriteCapacityUnits"] = draw.One(1, 5, 10, draw.Chance(5) ? -1 : 1),
    };

    private static JsonObject Named(string name, Dictionary<string, string> types, string[] keys) => new()
    {
        ["TableName"] = name,
        ["AttributeDefinitions"] = new JsonArray(
            [.. types.Select(static type => new JsonObject { ["AttributeName"] = type.Key, ["AttributeType"] = type.Value })]),
        ["KeySchema"] = KeySchema(keys),
    };

    private static JsonObject Index(string name, string[] keys, string projection, string[]? included)
    {
        var index = new JsonObject
        {
            ["IndexName"] = name,
            ["KeySchema"] = KeySchema(keys),
            ["Projection"] = new JsonObject { ["ProjectionType"] = projection },
        };
        if (included is not null)
            index["Projection"]!["NonKeyAttributes"] = new JsonArray([.. included.Select(static attribute => (JsonNode)attribute)]);
        return index;
    }

    private static JsonArray KeySchema(string[] keys) => new(
        [.. keys.Select(static (key, i) => new JsonObject { ["AttributeName"] = key, ["KeyType"] = i == 0 ? "HASH" : "RANGE" })]);
}
