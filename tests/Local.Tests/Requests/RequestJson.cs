using System.Text;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Tests.Requests;

/// <summary>Writes values as clients may: with white space, escapes and numbers in any notation, or plainly.</summary>
internal sealed class RequestJson(Random random, bool isPlain)
{
    private readonly StringBuilder json = new();

    /// <summary>The JSON of an item.</summary>
    public static string Of(MapValue item, int seed, bool isPlain = false)
    {
        var writer = new RequestJson(new Random(seed), isPlain);
        writer.Write(item);
        return writer.json.ToString();
    }

    private void Write(MapValue map)
    {
        Sign('{');
        var isFirst = true;
        foreach (var (name, value) in map.Members)
        {
            if (!isFirst)
                Sign(',');
            isFirst = false;
            Text(name);
            Sign(':');
            Write(value);
        }

        Sign('}');
    }

    private void Write(Value value)
    {
        Sign('{');
        Text(value.Kind.Name());
        Sign(':');
        switch (value)
        {
            case BoolValue boolean:
                json.Append(boolean.IsTrue ? "true" : "false");
                break;
            case NullValue:
                json.Append("true");
                break;
            case SetValue set:
                All(set.Elements, Scalar);
                break;
            case ListValue list:
                All(list.Elements, Write);
                break;
            case MapValue map:
                Write(map);
                break;
            default:
                Scalar(value);
                break;
        }

        Sign('}');
    }

    private void Scalar(Value value)
    {
        if (value is NumberValue number && !isPlain)
            Text(Notation(number.Number));
        else
            Text(ScalarText.Of(value));
    }

    private string Notation(DynamoNumber number)
    {
        var plain = number.ToString();
        return random.Next(4) switch
        {
            0 => $"{(number.IsNegative ? "-" : "")}{number.Coefficient}E{number.Exponent}",
            1 when plain.Contains('.', StringComparison.Ordinal) => plain + "00",
            1 when !number.IsNegative => "00" + plain,
            _ => plain,
        };
    }

    private void All(Value[] values, Action<Value> write)
    {
        Sign('[');
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
                Sign(',');
            write(values[i]);
        }

        Sign(']');
    }

    private void Text(string text)
    {
        json.Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                json.Append('\\').Append(rune);
            else if (rune.Value < ' ' || (!isPlain && random.Next(20) == 0))
                json.Append(string.Concat(rune.ToString().Select(static unit => $"\\u{(int)unit:x4}")));
            else
                json.Append(rune);
        }

        json.Append('"');
    }

    private void Sign(char sign)
    {
        Space();
        json.Append(sign);
        Space();
    }

    private void Space()
    {
        if (!isPlain && random.Next(6) == 0)
            json.Append(" \n\t\r "[..random.Next(1, 5)]);
    }
}
