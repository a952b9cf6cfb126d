using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws requests with the older parameters.</summary>
internal sealed class LegacyDraws(Draw draw)
{
    private static readonly string[] Names = ["a", "c", "m", "li", "ss", "ns", "größe", "size", "g"];

    private static readonly string[] Operators =
    [
        "EQ", "NE", "LT", "LE", "GT", "GE", "BETWEEN", "IN", "NULL", "NOT_NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH",
    ];

    private readonly ItemDraws items = new(draw);
    private readonly ValueDraws values = new(draw);

    /// <summary>A request of any operation that has such parameters.</summary>
    public Request Any(TableShape table)
    {
        var body = new JsonObject { ["TableName"] = table.Name };
        var operation = draw.One("PutItem", "UpdateItem", "DeleteItem", "GetItem", "Query", "Scan");
        switch (operation)
        {
            case "PutItem":
                body["Item"] = items.Item(table);
                break;
            case "UpdateItem" or "DeleteItem" or "GetItem":
                body["Key"] = items.Key(table);
                break;
            case "Query":
                body["KeyConditions"] = KeyConditions(table);
                break;
        }

        if (operation == "UpdateItem")
        {
            body["AttributeUpdates"] = Updates();
            body["ReturnValues"] = draw.One("ALL_NEW", "UPDATED_NEW", "ALL_OLD");
        }

        if (operation is "PutItem" or "UpdateItem" or "DeleteItem" && draw.Chance(60))
            body["Expected"] = Expected();
        if (operation is "Query" or "Scan" && draw.Chance(60))
            body[operation == "Query" ? "QueryFilter" : "ScanFilter"] = Conditions(draw.Some(Names, 20));
        if (operation is "Query" or "Scan" or "GetItem" && draw.Chance(30))
            body["AttributesToGet"] = new JsonArray([.. draw.Some(Names.Append("p"), 30).Select(static name => (JsonNode)name)]);
        if (draw.Chance(15))
            body["ConditionalOperator"] = draw.One("AND", "OR", "OR", "nope");
        items.AddCapacity(body);
        return new Request(operation, body);
    }

    private JsonObject KeyConditions(TableShape table)
    {
        var conditions = new JsonObject
        {
            ["p"] = new JsonObject
            {
                ["ComparisonOperator"] = draw.Chance(95) ? "EQ" : draw.One(Operators),
                ["AttributeValueList"] = new JsonArray(values.Key(table.PartitionType, isPartition: true)),
            },
        };
        if (table.SortType is { } type && draw.Chance(60))
            conditions["s"] = Condition(() => values.Key(type, isPartition: false));
        return conditions;
    }

    private JsonObject Expected()
    {
        var expected = Conditions(draw.Some(Names, 20));
        foreach (var name in draw.Some(Names, 15))
        {
            var condition = new JsonObject();
            if (draw.Chance(60))
                condition["Exists"] = draw.Chance(40);
            if (draw.Chance(60))
                condition["Value"] = values.Any(0);
            expected[name] = condition;
        }

        return expected;
    }

    private JsonObject Conditions(List<string> names)
    {
        var conditions = new JsonObject();
        foreach (var name in names)
            conditions[name] = Condition(() => values.Any(0));
        return conditions;
    }

    private JsonObject Condition(Func<JsonObject> create)
    {
        var chosen = draw.One(Operators);
        var count = draw.Rarely(40) ? draw.Below(4) : chosen switch
        {
            "NULL" or "NOT_NULL" => 0,
            "BETWEEN" => 2,
            "IN" => 1 + draw.Below(3),
            _ => 1,
        };
        var condition = new JsonObject { ["ComparisonOperator"] = chosen };
        if (count > 0)
            condition["AttributeValueList"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => create())]);
        return condition;
    }

    private JsonObject Updates()
    {
        var updates = new JsonObject();
        foreach (var name in draw.Some(Names, 25))
        {
            var action = draw.One("PUT", "PUT", "ADD", "DELETE");
            var update = new JsonObject { ["Action"] = action };
            if (action != "DELETE" || draw.Chance(50))
            {
                update["Value"] = action == "PUT" || draw.Rarely(50)
                    ? values.Any()
                    : name is "ns" or "ss" ? values.Set(name == "ns" ? 'N' : 'S') : ValueDraws.Of("N", draw.One("1", "-1", "1.5"));
            }

            if (draw.Rarely(30))
                update.Remove("Action");
            updates[name] = update;
        }

        return updates;
    }
}
