using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Statements;

/// <summary>Parses the values of statements: literals, lists, maps, sets and parameters.</summary>
internal abstract class StatementValueParser(string statement, IReadOnlyList<Value> parameters) : StatementReader(statement, parameters)
{
    /// <summary>Whether a value begins at the current token.</summary>
    protected bool AtValue() =>
        Current.Kind is StatementTokenKind.Text or StatementTokenKind.Number
        || Current.Is("?") || Current.Is("[") || Current.Is("{") || Current.Is("<<") || Current.Is("-") || Current.Is("+")
        || Current.IsKeyword("TRUE") || Current.IsKeyword("FALSE") || Current.IsKeyword("NULL");

    /// <summary>Reads a value.</summary>
    protected Value ReadValue()
    {
        if (Current.Is("?"))
            return TakeParameter();
        if (Current.Kind == StatementTokenKind.Text)
            return new StringValue(Take().Text);
        if (TakeKeyword("TRUE"))
            return BoolValue.True;
        if (TakeKeyword("FALSE"))
            return BoolValue.False;
        if (TakeKeyword("NULL"))
            return NullValue.Instance;

        Enter();
        Value value = Current.Is("[") ? new ListValue([.. ReadElements("[", "]")])
            : Current.Is("{") ? ReadMap()
            : Current.Is("<<") ? ReadSet()
            : ReadNumber();
        Leave();
        return value;
    }

    /// <summary>Reads a map.</summary>
    protected MapValue ReadMap()
    {
        var members = new Dictionary<string, Value>();
        Expect("{");
        while (!TakeIf("}"))
        {
            if (members.Count > 0)
                Expect(",");
            if (Current.Kind != StatementTokenKind.Text)
                throw Unexpected();

            var name = Take().Text;
            Expect(":");
            if (!members.TryAdd(name, ReadValue()))
                throw StatementErrors.Invalid($"The name {name} occurs twice");
        }

        return new MapValue(members);
    }

    /// <summary>Reads values between an opening and a closing symbol.</summary>
    protected List<Value> ReadElements(string open, string close)
    {
        var elements = new List<Value>();
        Expect(open);
        while (!TakeIf(close))
        {
            if (elements.Count > 0)
                Expect(",");
            elements.Add(ReadValue());
        }

        return elements;
    }

    private SetValue ReadSet()
    {
        var elements = ReadElements("<<", ">>");
        if (elements.Count == 0)
            throw StatementErrors.Invalid("A set must not be empty");

        var kind = elements[0].Kind switch
        {
            ValueKind.S => ValueKind.SS,
            ValueKind.N => ValueKind.NS,
            ValueKind.B => ValueKind.BS,
            _ => throw StatementErrors.Invalid("A set holds texts, numbers or binaries"),
        };
        if (elements.Exists(element => element.Kind != elements[0].Kind))
            throw StatementErrors.Invalid("The elements of a set must have one type");
        if (elements.Distinct(ScalarComparer.Instance).Count() < elements.Count)
            throw StatementErrors.Invalid("Input collection contains duplicates");
        return new SetValue(kind, [.. elements]);
    }

    private NumberValue ReadNumber()
    {
        var sign = TakeIf("-") ? "-" : "";
        if (sign.Length == 0)
            TakeIf("+");
        return Current.Kind == StatementTokenKind.Number ? new NumberValue(NumberText.Parse(sign + Take().Text)) : throw Unexpected();
    }
}
