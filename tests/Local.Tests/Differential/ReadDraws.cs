using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws reads.</summary>
internal sealed class ReadDraws(Draw draw)
{
    private readonly ItemDraws items = new(draw);
    private readonly ValueDraws values = new(draw);

    /// <summary>A GetItem.</summary>
    public Request Get(TableShape table)
    {
        var body = GetBody(table);
        if (draw.Chance(30))
            body["ConsistentRead"] = draw.Chance(80);
        items.AddCapacity(body);
        return new Request("GetItem", body);
    }

    /// <summary>A Query of the table or an index.</summary>
    public Request Query(TableShape table)
    {
        var index = Index(table);
        var body = new JsonObject { ["TableName"] = table.Name };
        var expressions = new ExpressionDraws(draw, values, table);
        if (index is not null)
            body["IndexName"] = index.Name;
        body["KeyConditionExpression"] = expressions.KeyCondition(index?.Keys ?? table.Keys);
        AddFilter(body, expressions, 25);
        AddProjection(body, expressions);
        expressions.AddTo(body);
        if (draw.Chance(40))
            body["ScanIndexForward"] = draw.Chance(25);
        AddLimits(body, table, index, 15);
        items.AddCapacity(body);
        return new Request("Query", body);
    }

    /// <summary>A Scan of the table or an index.</summary>
    public Request Scan(TableShape table)
    {
        var index = Index(table);
        var body = new JsonObject { ["TableName"] = table.Name };
        var expressions = new ExpressionDraws(draw, values, table);
        if (index is not null)
            body["IndexName"] = index.Name;
        AddFilter(body, expressions, 50);
        AddProjection(body, expressions);
        expressions.AddTo(body);
        AddLimits(body, table, index, 4);
        if (draw.Chance(10))
            (body["Segment"], body["TotalSegments"]) = (draw.One(0, 1, 2, -1), draw.One(1, 3, 2, 0, 1_000_000, 1_000_001));
        if (draw.Rarely(10))
            body.Remove(draw.One("Segment", "TotalSegments"));
        items.AddCapacity(body);
        return new Request("Scan", body);
    }

    /// <summary>A BatchGetItem.</summary>
    public Request BatchGet()
    {
        var tables = new JsonObject();
        foreach (var table in draw.Some(TableShape.All, 40))
        {
            var count = draw.Rarely(10) ? draw.One(0, 100, 101) : 1 + draw.Below(3);
            var keys = Enumerable.Range(0, count).Select(number => count <= 3 ? items.Key(table) : ItemDraws.Numbered(table, number));
            var part = new JsonObject { ["Keys"] = new JsonArray([.. keys]) };
            var expressions = new ExpressionDraws(draw, values, table);
            AddProjection(part, expressions);
            expressions.AddTo(part);
            part.Remove("ExpressionAttributeValues");
            part.Remove("Select");
            if (draw.Chance(20))
                part["ConsistentRead"] = true;
            tables[table.Name] = part;
        }

        if (draw.Rarely(20))
            tables[draw.One("missing", "a", "t!")] = new JsonObject { ["Keys"] = new JsonArray(items.Key(TableShape.All[0])) };
        var body = new JsonObject { ["RequestItems"] = tables };
        items.AddCapacity(body);
        return new Request("BatchGetItem", body);
    }

    /// <summary>A TransactGetItems.</summary>
    public Request TransactGet()
    {
        var count = draw.Rarely(10) ? draw.One(0, 100, 101) : 1 + draw.Below(3);
        var gets = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var get = GetBody(draw.One(TableShape.All));
            if (draw.Rarely(10))
                get["TableName"] = draw.One("missing", "a");
            gets.Add(new JsonObject { ["Get"] = get });
        }

        var body = new JsonObject { ["TransactItems"] = gets };
        items.AddCapacity(body);
        return new Request("TransactGetItems", body);
    }

    private JsonObject GetBody(TableShape table)
    {
        var body = new JsonObject { ["TableName"] = table.Name, ["Key"] = items.Key(table) };
        var expressions = new ExpressionDraws(draw, values, table);
        AddProjection(body, expressions);
        expressions.AddTo(body);
        body.Remove("ExpressionAttributeValues");
        body.Remove("Select");
        return body;
    }

    private IndexShape? Index(TableShape table) => table.Indexes.Length > 0 && draw.Chance(55) ? draw.One(table.Indexes) : null;

    private void AddFilter(JsonObject body, ExpressionDraws expressions, int chance)
    {
        if (draw.Chance(chance))
            body["FilterExpression"] = expressions.Condition();
    }

    private void AddProjection(JsonObject body, ExpressionDraws expressions)
    {
        if (draw.Chance(25))
            body["ProjectionExpression"] = expressions.Projection();
        if (draw.Chance(15))
            body["Select"] = draw.One("COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES");
    }

    private void AddLimits(JsonObject body, TableShape table, IndexShape? index, int startChance)
    {
        if (draw.Chance(30))
            body["Limit"] = draw.One(1, 2, 3, 5, 100, draw.Chance(5) ? 0 : 1);
        if (draw.Chance(25))
            body["ConsistentRead"] = draw.Chance(60);
        if (!draw.Chance(startChance))
            return;

        var key = items.Key(table);
        foreach (var name in index?.Keys.Except(table.Keys) ?? [])
        {
            if (!draw.Rarely(30))
                key[name] = values.Key(table.TypeOf(name), isPartition: false);
        }

        body["ExclusiveStartKey"] = key;
    }
}
