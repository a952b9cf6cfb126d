using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws attribute values: of all types, at their limits, and sometimes invalid ones.</summary>
internal sealed class ValueDraws(Draw draw)
{
    private const int ItemLimit = 400 * 1024;
    private const int PartitionKeyLimit = 2048;
    private const int SortKeyLimit = 1024;

    private static readonly string[] Texts =
        ["a", "b", "ab", "abc", "A", "ä", "Größe", "日本語", "日本", "😀", "😀😀", "e\u0301", " ", "z\u0001", "a.b[0]", "\"\\/", "0", "\uffee"];

    private static readonly string[] Numbers =
    [
        "0", "1", "2", "3", "-1", "10", "1.5", "1e2", "100", "0.1", "1E-3", "-0", "00012", "1.10", "99999999999999999999999999999999999999",
        "9.9999999999999999999999999999999999999E+125", "-9.9999999999999999999999999999999999999E+125", "1E-130", "-1E-130", "1e125",
        "12345678901234567890.123456789012345678",
    ];

    private static readonly string[] WrongNumbers =
        ["", "a", "1a", "1e126", "1E-131", "1 ", "0x1", "NaN", "Infinity", "1.2.3", "999999999999999999999999999999999999999", "١"];

    private static readonly string[] Bytes = ["AA==", "AQ==", "AAE=", "/w==", "AQID", "gICA", "5pel"];

    /// <summary>A value for a key: from a small pool, so that keys collide, sometimes at the limit.</summary>
    public JsonObject Key(char type, bool isPartition, bool mayBeWrong = true)
    {
        if (mayBeWrong && draw.Rarely(15))
            return draw.Chance(50) ? Any(0) : Wrong();

        if (type != 'N' && draw.Rarely(8))
            return Long(type, (isPartition ? PartitionKeyLimit : SortKeyLimit) + draw.One(-1, 0, mayBeWrong ? 1 : 0));

        return type switch
        {
            'S' => Of("S", draw.One(draw.Chance(mayBeWrong ? 98 : 100) ? Texts[draw.Below(10)] : "")),
            'N' => Of("N", Numbers[draw.Below(mayBeWrong ? 13 : 8)]),
            _ => Of("B", Bytes[draw.Below(5)]),
        };
    }

    /// <summary>A value of any type.</summary>
    public JsonObject Any(int depth = 2)
    {
        switch (draw.Below(depth > 0 ? 13 : 8))
        {
            case 0 or 1:
                return Of("S", draw.One(Texts));
            case 2 or 3:
                return Of("N", draw.One(Numbers));
            case 4:
                return Of("B", draw.One(Bytes));
            case 5:
                return new JsonObject { ["BOOL"] = draw.Chance(50) };
            case 6:
                return new JsonObject { ["NULL"] = true };
            case 7:
                return Set(draw.One('S', 'N', 'B'));
            case 8 or 9:
                return new JsonObject { ["L"] = new JsonArray([.. Enumerable.Range(0, draw.Below(4)).Select(_ => Any(depth - 1))]) };
            case 10:
                return draw.Rarely(60) ? Deep(draw.One(30, 31, 32, 33)) : draw.Rarely(60) ? Large() : Of("S", draw.One(Texts));
            default:
                return new JsonObject { ["M"] = Members(depth - 1) };
        }
    }

    /// <summary>A set of a type, sometimes with one member only.</summary>
    public JsonObject Set(char type)
    {
        var pool = type switch { 'S' => Texts, 'N' => Numbers[..9], _ => Bytes };
        var chosen = Enumerable.Range(0, 1 + draw.Below(4)).Select(_ => draw.One(pool)).Distinct();
        return new JsonObject { [type + "S"] = new JsonArray([.. chosen.Select(static text => (JsonNode)text)]) };
    }

    /// <summary>A value that the service refuses.</summary>
    public JsonObject Wrong() => draw.Below(12) switch
    {
        0 => [],
        1 => new JsonObject { ["S"] = "a", ["N"] = "1" },
        2 => new JsonObject { ["NULL"] = false },
        3 => new JsonObject { ["SS"] = new JsonArray() },
        4 => new JsonObject { ["SS"] = new JsonArray("a", "a") },
        5 => new JsonObject { ["NS"] = new JsonArray("1", "1.0") },
        6 => new JsonObject { ["BS"] = new JsonArray("AA==", "AA==") },
        7 => new JsonObject { ["NS"] = new JsonArray("1", draw.One(WrongNumbers)) },
        8 => new JsonObject { ["L"] = new JsonArray(new JsonObject { ["N"] = draw.One(WrongNumbers) }) },
        9 => new JsonObject { ["M"] = new JsonObject { ["x"] = new JsonObject { ["SS"] = new JsonArray() } } },
        _ => Of("N", draw.One(WrongNumbers)),
    };

    /// <summary>A value of a type name, such as N.</summary>
    public static JsonObject Of(string type, string text) => new() { [type] = text };

    private JsonObject Members(int depth)
    {
        var members = new JsonObject();
        foreach (var name in draw.Some(["x", "y", "größe", "a.b", "日", "size"], 35))
            members[name] = Any(depth);
        return members;
    }

    private static JsonObject Deep(int levels)
    {
        var value = Of("S", "x");
        for (var level = 0; level < levels; level++)
        {
            value = level % 2 == 0
                ? new JsonObject { ["L"] = new JsonArray(value) }
                : new JsonObject { ["M"] = new JsonObject { ["x"] = value } };
        }

        return value;
    }

    private JsonObject Large() => draw.Rarely(100)
        ? Long('S', ItemLimit - draw.Below(20))
        : Long(draw.One('S', 'B'), draw.One(500, 1000, 1024, 4000, 4096, 5000));

    private JsonObject Long(char type, int bytes) => type == 'B'
        ? Of("B", Convert.ToBase64String(new byte[bytes]))
        : Of("S", draw.Chance(50) ? new string('x', bytes) : new string('ä', bytes / 2) + new string('x', bytes % 2));
}
