using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Draws expressions from their grammar, with the names and values that they use. Some are wrong.</summary>
internal sealed class ExpressionDraws(Draw draw, ValueDraws values, TableShape table)
{
    private static readonly string[] Plain = ["a", "c", "m", "li", "ss", "ns", "bs", "g", "h", "l", "b"];
    private static readonly string[] Others = ["größe", "日", "a.b", "size", "Name", "_x", "1st", "a-b", "😀"];
    private static readonly string[] Types = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "BOOL", "NULL"];

    private static readonly string[] Junk =
    [
        "AND", "OR", "NOT", "BETWEEN", "(", ")", ",", "=", "<>", "SET", "REMOVE", "ADD", "DELETE", "size", "name", "#zz", ":zz", "a", "[0]",
        ".", "+", "!", "ä", "IN", "''",
    ];

    private readonly JsonObject names = [];
    private readonly JsonObject placeholders = [];

    /// <summary>Adds the names and values that the expressions use to a request, sometimes too many or too few.</summary>
    public void AddTo(JsonObject request)
    {
        if (draw.Rarely(12))
            names[draw.One("#unused", "#ä", "unused", "#", "#a b")] = draw.One("a", "日", "");
        if (draw.Rarely(12))
            placeholders[draw.One(":unused", ":ä", "unused", ":")] = values.Any(1);
        if (names.Count > 0 && draw.Rarely(8))
            names.Remove(names.ElementAt(draw.Below(names.Count)).Key);
        if (placeholders.Count > 0 && draw.Rarely(8))
            placeholders.Remove(placeholders.ElementAt(draw.Below(placeholders.Count)).Key);
        if (names.Count > 0 || draw.Rarely(5))
            request["ExpressionAttributeNames"] = names;
        if (placeholders.Count > 0 || draw.Rarely(5))
            request["ExpressionAttributeValues"] = placeholders;
    }

    /// <summary>A condition or filter.</summary>
    public string Condition()
    {
        var text = Junction(2);
        return Spoil(draw.Rarely(4) ? string.Join(" OR ", Enumerable.Repeat(text, draw.One(20, 60, 101, 151, 301))) : text);
    }

    /// <summary>A projection.</summary>
    public string Projection() => Spoil(string.Join(", ", Enumerable.Range(0, 1 + draw.Below(3)).Select(_ => Path())));

    /// <summary>An update.</summary>
    public string Update()
    {
        var clauses = new List<string>();
        if (draw.Chance(70))
            clauses.Add("SET " + List(() => $"{Path()} = {Right()}"));
        if (draw.Chance(30))
            clauses.Add("REMOVE " + List(Path));
        if (draw.Chance(25))
            clauses.Add("ADD " + List(() => $"{Top("a", "c", "ns", "ss", "h", "new")} {Value(Addend)}"));
        if (draw.Chance(15))
            clauses.Add("DELETE " + List(() => $"{Top("ns", "ss", "bs")} {Value(() => values.Set(draw.One('S', 'N', 'B')))}"));
        if (clauses.Count == 0)
            clauses.Add("SET " + Top("a") + " = " + Value(Number));
        return Spoil(string.Join(' ', clauses));
    }

    /// <summary>A condition on the keys of the table or an index.</summary>
    public string KeyCondition(string[] keys)
    {
        var partition = $"{Name(keys[0])} = {Value(() => values.Key(table.TypeOf(keys[0]), isPartition: true))}";
        if (keys.Length == 1 || draw.Chance(40))
            return Spoil(partition);

        string Sort() => Value(() => values.Key(table.TypeOf(keys[1]), isPartition: false));
        var name = Name(keys[1]);
        var sort = draw.Below(10) switch
        {
            < 5 => $"{name} {draw.One("=", "<", "<=", ">", ">=")} {Sort()}",
            < 7 => $"{name} BETWEEN {Sort()} AND {Sort()}",
            < 9 => $"begins_with({name}, {Sort()})",
            _ => draw.One($"{name} <> {Sort()}", $"NOT {name} = {Sort()}", $"{name} IN ({Sort()})", $"contains({name}, {Sort()})",
                $"size({name}) = {Sort()}", $"attribute_exists({name})", $"{Sort()} = {name}"),
        };
        return Spoil(draw.Chance(85) ? $"{partition} AND {sort}" : draw.One($"({sort}) AND ({partition})", $"{partition} OR {sort}", sort,
            $"{partition} AND {sort} AND {sort}"));
    }

    private string Junction(int depth) => draw.Below(depth > 0 ? 8 : 4) switch
    {
        < 4 => Comparison(),
        4 => $"{Junction(depth - 1)} AND {Junction(depth - 1)}",
        5 => $"{Junction(depth - 1)} OR {Junction(depth - 1)}",
        6 => $"NOT {Junction(depth - 1)}",
        _ => $"({Junction(depth - 1)})",
    };

    private string Comparison() => draw.Below(12) switch
    {
        < 4 => $"{Operand()} {draw.One("=", "<>", "<", "<=", ">", ">=")} {Operand()}",
        4 => $"{Operand()} BETWEEN {Operand()} AND {Operand()}",
        5 => $"{Operand()} IN ({List(Operand)})",
        6 => $"attribute_exists({Path()})",
        7 => $"attribute_not_exists({Path()})",
        8 => $"attribute_type({Path()}, {Value(() => ValueDraws.Of("S", draw.Rarely(5) ? "X" : draw.One(Types)))})",
        9 => $"begins_with({Path()}, {Operand()})",
        10 => $"contains({Path()}, {Operand()})",
        _ => draw.Chance(80) ? $"size({Path()}) {draw.One("=", ">", "<")} {Value(Number)}" : draw.One($"size({Path()})", $"{Path()}",
            $"nope({Path()})", $"attribute_exists({Value(Number)})", $"begins_with({Path()})", $"contains({Operand()}, {Path()})", "()"),
    };

    private string Operand() => draw.Below(10) switch
    {
        < 4 => Path(),
        < 9 => Value(() => draw.Chance(60) ? draw.One(values.Any(0), Number()) : values.Any(1)),
        _ => $"size({Path()})",
    };

    private string Right() => draw.Below(10) switch
    {
        < 4 => Value(() => values.Any()),
        4 => Path(),
        5 => $"{Path()} {draw.One("+", "-")} {Value(Number)}",
        6 => $"if_not_exists({Path()}, {Value(() => values.Any(1))})",
        7 => $"if_not_exists({Path()}, {Value(Number)}) {draw.One("+", "-")} {Value(Number)}",
        8 => $"list_append({Path()}, {Value(OneElement)})",
        _ => $"list_append({Value(OneElement)}, if_not_exists({Path()}, {Value(() => values.Any(1))}))",
    };

    private string Path()
    {
        var path = draw.Rarely(25) ? Name(draw.One(table.Keys)) : draw.Chance(75) ? Top(Plain) : Top(Others);
        if (draw.Rarely(3))
            path += string.Concat(Enumerable.Repeat(".x", draw.One(30, 31, 32)));
        while (draw.Chance(25))
            path += draw.Chance(50) ? $"[{draw.One(0, 0, 1, 2, 7)}]" : "." + Name(draw.One("x", "y", "größe", "a.b"));
        return path;
    }

    private string Top(params string[] choices) => Name(draw.One(choices));

    // As itself where the grammar allows that, and now and then where it does not.
    private string Name(string name)
    {
        var isPlain = name.All(char.IsAsciiLetterOrDigit) && name is not ("size" or "Name" or "b" or "1st");
        if (isPlain ? draw.Chance(60) : draw.Rarely(10))
            return name;

        var placeholder = draw.Chance(90) ? "#n" + (names.Count % 10) : draw.One("#0", "#_a", "#größe");
        while (names[placeholder] is { } taken && taken.GetValue<string>() != name)
            placeholder += "x";
        names[placeholder] = name;
        return placeholder;
    }

    private JsonObject OneElement() => new() { ["L"] = new JsonArray(values.Any(0)) };

    private JsonObject Addend() => draw.Chance(50) ? Number() : values.Set(draw.One('S', 'N'));

    private JsonObject Number() =>
        ValueDraws.Of("N", draw.One("0", "1", "2", "-1", "1.5", "10", "1E+125", "99999999999999999999999999999999999999"));

    private string Value(Func<JsonObject> create)
    {
        var placeholder = ":v" + placeholders.Count;
        placeholders[placeholder] = draw.Rarely(6) ? values.Wrong() : create();
        return placeholder;
    }

    private string List(Func<string> create) =>
        string.Join(", ", Enumerable.Range(0, 1 + (draw.Chance(35) ? draw.Below(3) : 0)).Select(_ => create()));

    // Changes a token now and then.
    private string Spoil(string text)
    {
        if (!draw.Rarely(50))
            return text;

        var tokens = text.Split(' ').ToList();
        var index = draw.Below(tokens.Count);
        switch (draw.Below(7))
        {
            case 0:
                tokens.RemoveAt(index);
                break;
            case 1:
                tokens.Insert(index, tokens[index]);
                break;
            case 2:
                tokens.Insert(index, draw.One(Junk));
                break;
            case 3:
                tokens[index] = draw.One(Junk);
                break;
            case 4:
                tokens[index] = tokens[index].ToLowerInvariant();
                break;
            case 5:
                return text[..draw.Below(text.Length)];
            default:
                var (open, close) = (new string('(', 20), new string(')', 20));
                return draw.One("", " ", open + text + close, $"({text})", $"(({text}))", text + new string(' ', 4096));
        }

        return string.Join(' ', tokens);
    }
}
