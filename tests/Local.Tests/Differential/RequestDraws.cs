using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws requests of all operations on items and tables.</summary>
internal sealed class RequestDraws(Draw draw, string tokenPrefix)
{
    private readonly ValueDraws values = new(draw);
    private readonly WriteDraws writes = new(draw, tokenPrefix);
    private readonly ReadDraws reads = new(draw);
    private readonly LegacyDraws legacy = new(draw);
    private readonly TableDraws tables = new(draw);

    /// <summary>The next request.</summary>
    public Request Next()
    {
        var table = draw.One(TableShape.All);
        var request = draw.Rarely(1) ? writes.TransactMuch() : draw.Below(100) switch
        {
            < 15 => writes.Put(table),
            < 35 => writes.Update(table),
            < 41 => writes.Delete(table),
            < 49 => reads.Get(table),
            < 64 => reads.Query(table),
            < 70 => reads.Scan(table),
            < 75 => reads.BatchGet(),
            < 80 => writes.Batch(),
            < 83 => reads.TransactGet(),
            < 90 => writes.Transact(),
            < 96 => legacy.Any(table),
            _ => tables.Any(),
        };
        Spoil(request.Body);
        return request;
    }

    // Leaves out, adds or changes a member now and then.
    private void Spoil(JsonObject body)
    {
        if (!draw.Rarely(20) || body.Count == 0)
            return;

        var name = body.ElementAt(draw.Below(body.Count)).Key;
        switch (draw.Below(4))
        {
            case 0:
                body.Remove(name);
                break;
            case 1:
                body[name] = draw.Below(4) switch { 0 => null, 1 => new JsonObject(), 2 => "", _ => "x" };
                break;
            case 2 when body["TableName"] is not null:
                body["TableName"] = draw.One("missing", "a", "", "t!", new string('t', 256), "größe");
                break;
            default:
                var (member, value) = draw.One<(string, Func<JsonNode>)>(
                    ("ReturnValues", () => draw.One("NONE", "ALL_NEW", "ALL_OLD", "UPDATED_OLD", "nope")),
                    ("Limit", () => draw.One(0, -1, 1, 1000)),
                    ("Select", () => draw.One("COUNT", "ALL_ATTRIBUTES", "nope")),
                    ("IndexName", () => draw.One("nope", "ab", "global", "n!")),
                    ("ReturnConsumedCapacity", () => draw.One("nope", "TOTAL")),
                    ("ConditionExpression", () => "attribute_exists(a)"),
                    ("FilterExpression", () => "a = a"),
                    ("ConsistentRead", () => true),
                    ("Unknown", () => values.Any(1)));
                body[member] = value();
                break;
        }
    }
}
