using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws keys, items and members that several operations share.</summary>
internal sealed class ItemDraws(Draw draw)
{
    private static readonly string[] Names =
        ["a", "c", "m", "li", "ss", "ns", "bs", "größe", "日", "a.b", "size", "Name", "_x", "1st", "a-b", "😀"];

    private readonly ValueDraws values = new(draw);

    /// <summary>A primary key; of a hundred, one is wrong.</summary>
    public JsonObject Key(TableShape table, bool mayBeWrong = true)
    {
        var key = new JsonObject();
        foreach (var name in table.Keys)
            key[name] = values.Key(table.TypeOf(name), isPartition: name == "p", mayBeWrong);
        if (!mayBeWrong || !draw.Rarely(10))
            return key;

        if (draw.Chance(50))
            key["a"] = values.Any(0);
        else
            key.Remove(draw.One(table.Keys));
        return key;
    }

    /// <summary>A key of its own for each number.</summary>
    public static JsonObject Numbered(TableShape table, int number) => new(table.Keys.Select(name => KeyValuePair.Create<string, JsonNode?>(
        name,
        ValueDraws.Of($"{table.TypeOf(name)}", table.TypeOf(name) == 'B' ? Convert.ToBase64String([(byte)number]) : $"{number}"))));

    /// <summary>An item.</summary>
    public JsonObject Item(TableShape table)
    {
        var item = Key(table);
        foreach (var name in draw.Some(table.AllKeys.Except(table.Keys), 60))
        {
            item[name] = draw.Chance(97)
                ? values.Key(table.TypeOf(name), isPartition: false, mayBeWrong: draw.Chance(20))
                : values.Any(0);
        }

        foreach (var name in draw.Some(Names, 25))
        {
            item[name] = draw.Rarely(4) ? values.Wrong() : name switch
            {
                "ss" => values.Set('S'),
                "ns" => values.Set('N'),
                "bs" => values.Set('B'),
                "c" => ValueDraws.Of("N", draw.One("0", "1", "2.5", "99999999999999999999999999999999999999")),
                _ => values.Any(),
            };
        }

        if (draw.Rarely(3))
            item[new string('n', draw.One(255, 256, 1024, 65535, 65536))] = values.Any(0);
        return item;
    }

    /// <summary>Asks for consumed capacity in most cases.</summary>
    public void AddCapacity(JsonObject body)
    {
        if (draw.Chance(70))
            body["ReturnConsumedCapacity"] = draw.One("TOTAL", "INDEXES", "INDEXES", "NONE");
    }

    /// <summary>Asks for the sizes of item collections in some cases.</summary>
    public void AddCollectionMetrics(JsonObject body)
    {
        if (draw.Chance(10))
            body["ReturnItemCollectionMetrics"] = draw.One("SIZE", "NONE");
    }
}
