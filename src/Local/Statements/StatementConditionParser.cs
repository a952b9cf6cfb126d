using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Statements;

/// <summary>Parses the conditions of statements into those of expressions.</summary>
internal abstract class StatementConditionParser(string statement, IReadOnlyList<Value> parameters)
    : StatementValueParser(statement, parameters)
{
    private const int MaxCandidates = 100;
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];

    // PartiQL's name, the condition's name, and the number of arguments.
    private static readonly (string Name, string Condition, int Arguments)[] Functions =
    [
        ("begins_with", "begins_with", 2), ("contains", "contains", 2), ("attribute_type", "attribute_type", 2),
    ];

    /// <summary>Reads a condition. OR binds less than AND, AND less than NOT.</summary>
    protected Condition ReadCondition()
    {
        var left = ReadConjunction();
        while (TakeKeyword("OR"))
            left = new JunctionCondition(isAnd: false, left, ReadConjunction());
        return left;
    }

    private Condition ReadConjunction()
    {
        var left = ReadNegation();
        while (TakeKeyword("AND"))
            left = new JunctionCondition(isAnd: true, left, ReadNegation());
        return left;
    }

    private Condition ReadNegation()
    {
        if (TakeKeyword("NOT"))
            return Nested(() => new NotCondition(ReadNegation()));
        if (!TakeIf("("))
            return ReadPredicate();

        var inner = Nested(ReadCondition);
        Expect(")");
        return inner;
    }

    private Condition Nested(Func<Condition> read)
    {
        Enter();
        var condition = read();
        Leave();
        return condition;
    }

    private Condition ReadPredicate()
    {
        if (Current.IsKeyword("EXISTS"))
            throw StatementErrors.Unsupported("EXISTS");
        if (Following.Is("(") && Array.Find(Functions, function => Current.IsKeyword(function.Name)) is { Name: not null } function)
            return ReadFunction(function.Condition, function.Arguments);

        var left = ReadOperand();
        if (TakeKeyword("IS"))
            return ReadIs(left);
        if (TakeKeyword("BETWEEN"))
            return ReadBetween(left);
        if (TakeKeyword("IN"))
            return ReadIn(left);

        var symbol = Current.Is("!=") ? "<>" : Current.Text;
        if (Current.Kind != StatementTokenKind.Symbol || !Comparators.Contains(symbol))
            throw Unexpected();

        Take();
        return new ComparisonCondition(symbol, left, ReadOperand());
    }

    private FunctionCondition ReadFunction(string name, int count)
    {
        Take();
        Expect("(");
        var arguments = new List<Operand> { ReadOperand() };
        while (TakeIf(","))
            arguments.Add(ReadOperand());
        Expect(")");
        return arguments.Count == count
            ? new FunctionCondition(name, arguments)
            : throw StatementErrors.Invalid($"The function {name} takes {count} arguments");
    }

    private Condition ReadIs(Operand operand)
    {
        var negated = TakeKeyword("NOT");
        Condition condition;
        if (TakeKeyword("MISSING"))
            condition = new FunctionCondition("attribute_not_exists", [operand]);
        else if (TakeKeyword("NULL"))
            condition = new FunctionCondition("attribute_type", [operand, new ConstantOperand(new StringValue("NULL"))]);
        else
            throw Unexpected();

        return negated ? new NotCondition(condition) : condition;
    }

    private BetweenCondition ReadBetween(Operand operand)
    {
        var low = ReadOperand();
        ExpectKeyword("AND");
        return new BetweenCondition(operand, low, ReadOperand());
    }

    private InCondition ReadIn(Operand operand)
    {
        var values = Current.Is("(") ? ReadElements("(", ")") : ReadElements("[", "]");
        return values.Count <= MaxCandidates
            ? new InCondition(operand, [.. values.Select(static value => new ConstantOperand(value))])
            : throw DynamoError.Validation(
                $"The IN operator is provided with too many operands; number of operands: {values.Count}");
    }

    private Operand ReadOperand()
    {
        if (AtValue())
            return new ConstantOperand(ReadValue());
        if (!Current.IsKeyword("size") || !Following.Is("("))
            return new PathOperand(ReadPath());

        Take();
        Expect("(");
        var size = new SizeOperand(new PathOperand(ReadPath()));
        Expect(")");
        return size;
    }
}
