using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws writes.</summary>
internal sealed class WriteDraws(Draw draw, string tokenPrefix)
{
    private readonly ItemDraws items = new(draw);
    private readonly ValueDraws values = new(draw);
    private int lastToken;

    /// <summary>A PutItem.</summary>
    public Request Put(TableShape table)
    {
        var body = PutBody(table);
        AddReturnValues(body, "NONE", "ALL_OLD", "ALL_OLD", draw.Chance(5) ? "ALL_NEW" : "ALL_OLD");
        return Single("PutItem", body);
    }

    /// <summary>An UpdateItem.</summary>
    public Request Update(TableShape table)
    {
        var body = UpdateBody(table);
        AddReturnValues(body, "ALL_NEW", "ALL_NEW", "ALL_OLD", "UPDATED_NEW", "UPDATED_OLD", "NONE");
        return Single("UpdateItem", body);
    }

    /// <summary>A DeleteItem.</summary>
    public Request Delete(TableShape table)
    {
        var body = DeleteBody(table, 50);
        AddReturnValues(body, "NONE", "ALL_OLD", "ALL_OLD", draw.Chance(5) ? "UPDATED_OLD" : "ALL_OLD");
        return Single("DeleteItem", body);
    }

    /// <summary>A BatchWriteItem.</summary>
    public Request Batch()
    {
        var tables = new JsonObject();
        foreach (var table in draw.Some(TableShape.All, 40))
        {
            var count = draw.Rarely(10) ? draw.One(0, 25, 26) : 1 + draw.Below(4);
            tables[table.Name] = new JsonArray([.. Enumerable.Range(0, count).Select(number => count <= 4 ? BatchWrite(table)
                : new JsonObject { ["DeleteRequest"] = new JsonObject { ["Key"] = ItemDraws.Numbered(table, number) } })]);
        }

        if (draw.Rarely(20))
            tables[draw.One("missing", "a", "t!")] = new JsonArray(BatchWrite(TableShape.All[0]));
        var body = new JsonObject { ["RequestItems"] = tables };
        items.AddCapacity(body);
        items.AddCollectionMetrics(body);
        return new Request("BatchWriteItem", body);
    }

    /// <summary>A TransactWriteItems; some repeat a token.</summary>
    public Request Transact()
    {
        var count = draw.Rarely(10) ? draw.One(0, 25, 100, 101) : 1 + draw.Below(4);
        var body = new JsonObject { ["TransactItems"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => Action())]) };
        if (draw.Chance(25))
        {
            lastToken += draw.Chance(85) ? 1 : 0;
            var edge = draw.One("", new string('t', 36), new string('t', 37));
            body["ClientRequestToken"] = draw.Chance(97) ? $"{tokenPrefix}-{lastToken}" : edge;
        }

        items.AddCapacity(body);
        items.AddCollectionMetrics(body);
        return new Request("TransactWriteItems", body);
    }

    /// <summary>A TransactWriteItems of about 4 MB, which is the limit.</summary>
    public Request TransactMuch()
    {
        var puts = Enumerable.Range(0, draw.One(10, 11)).Select(number => new JsonObject
        {
            ["Put"] = new JsonObject
            {
                ["TableName"] = TableShape.All[0].Name,
                ["Item"] = new JsonObject
                {
                    ["p"] = ValueDraws.Of("S", $"much-{number}"),
                    ["a"] = ValueDraws.Of("S", new string('x', draw.One(380_000, 400_000, 409_000))),
                },
            },
        });
        return new Request("TransactWriteItems", new() { ["TransactItems"] = new JsonArray([.. puts]) });
    }

    private JsonObject Action()
    {
        var table = draw.One(TableShape.All);
        var (name, body) = draw.Below(10) switch
        {
            < 4 => ("Put", PutBody(table)),
            < 7 => ("Update", UpdateBody(table)),
            < 9 => ("Delete", DeleteBody(table, 40)),
            _ => ("ConditionCheck", DeleteBody(table, 97)),
        };
        if (draw.Rarely(10))
            body["TableName"] = draw.One("missing", "a", "t!");
        if (draw.Chance(40))
            body["ReturnValuesOnConditionCheckFailure"] = draw.One("ALL_OLD", "NONE");
        var action = new JsonObject { [name] = body };
        if (draw.Rarely(4))
            action["Delete"] = DeleteBody(table, 0);
        return action;
    }

    private JsonObject PutBody(TableShape table)
    {
        var body = new JsonObject { ["TableName"] = table.Name, ["Item"] = items.Item(table) };
        var expressions = new ExpressionDraws(draw, values, table);
        AddCondition(body, expressions, 40);
        expressions.AddTo(body);
        return body;
    }

    private JsonObject UpdateBody(TableShape table)
    {
        var body = new JsonObject { ["TableName"] = table.Name, ["Key"] = items.Key(table) };
        var expressions = new ExpressionDraws(draw, values, table);
        if (draw.Chance(97))
            body["UpdateExpression"] = expressions.Update();
        AddCondition(body, expressions, 30);
        expressions.AddTo(body);
        return body;
    }

    private JsonObject DeleteBody(TableShape table, int conditionChance)
    {
        var body = new JsonObject { ["TableName"] = table.Name, ["Key"] = items.Key(table) };
        var expressions = new ExpressionDraws(draw, values, table);
        AddCondition(body, expressions, conditionChance);
        expressions.AddTo(body);
        return body;
    }

    private JsonObject BatchWrite(TableShape table)
    {
        var write = draw.Chance(60)
            ? new JsonObject { ["PutRequest"] = new JsonObject { ["Item"] = items.Item(table) } }
            : new JsonObject { ["DeleteRequest"] = new JsonObject { ["Key"] = items.Key(table) } };
        if (draw.Rarely(4))
            write["DeleteRequest"] = new JsonObject { ["Key"] = items.Key(table) };
        return write;
    }

    private void AddCondition(JsonObject body, ExpressionDraws expressions, int chance)
    {
        if (draw.Chance(chance))
            body["ConditionExpression"] = expressions.Condition();
    }

    private void AddReturnValues(JsonObject body, params string[] choices)
    {
        if (draw.Chance(75))
            body["ReturnValues"] = draw.One(choices);
    }

    private Request Single(string operation, JsonObject body)
    {
        items.AddCapacity(body);
        items.AddCollectionMetrics(body);
        return new Request(operation, body);
    }
}
