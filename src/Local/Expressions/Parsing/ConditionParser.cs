using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>Parses conditions, filters and key conditions, which share one grammar.</summary>
internal sealed class ConditionParser : ExpressionParser
{
    private static readonly string[] Comparators = ["=", "<>", "<", "<=", ">", ">="];
    private readonly ConditionChecks checks;
    private bool lastWasParenthesized;

    private ConditionParser(string parameter, string text, ExpressionInputs inputs)
        : base(parameter, text, inputs) => checks = new ConditionChecks(Errors);

    /// <summary>Parses a condition; null if there is no text.</summary>
    public static Condition? Parse(string parameter, string? text, ExpressionInputs inputs)
    {
        if (text is null)
            return null;

        var parser = new ConditionParser(parameter, text, inputs);
        var node = parser.ReadJunctions();
        parser.ExpectEnd();
        var condition = parser.AsCondition(node);
        parser.ThrowIfInvalid();
        return condition;
    }

    // OR binds less than AND: the parts of an OR are junctions of AND, and theirs begin with NOT or a comparison.
    private Node ReadJunctions(bool isAnd = false)
    {
        var left = isAnd ? ReadNot() : ReadJunctions(isAnd: true);
        while (Current.IsKeyword(isAnd ? "AND" : "OR"))
        {
            var first = AsCondition(left);
            TakeOperator();
            var second = isAnd ? ReadNot() : ReadJunctions(isAnd: true);
            left = new JunctionCondition(isAnd, first, AsCondition(second));
            lastWasParenthesized = false;
        }

        return left;
    }

    private Node ReadNot()
    {
        if (!Current.IsKeyword("NOT"))
            return ReadComparison();

        TakeOperator();
        Enter();
        var inner = AsCondition(ReadNot());
        Leave();
        lastWasParenthesized = false;
        return new NotCondition(inner);
    }

    private Node ReadComparison()
    {
        var left = ReadPrimary();
        if (Current.Kind == TokenKind.Symbol && Array.IndexOf(Comparators, Current.Text) >= 0)
        {
            var first = AsOperand(left);
            var symbol = TakeOperator().Text;
            var second = ReadOperand();
            lastWasParenthesized = false;
            checks.Comparison(symbol, first, second);
            return new ComparisonCondition(symbol, first, second);
        }

        if (Current.IsKeyword("BETWEEN"))
            return ReadBetween(AsOperand(left));
        return Current.IsKeyword("IN") ? ReadIn(AsOperand(left)) : left;
    }

    private BetweenCondition ReadBetween(Operand operand)
    {
        TakeOperator();
        var low = ReadOperand();
        if (!TakeKeyword("AND"))
            throw Unexpected();

        var high = ReadOperand();
        lastWasParenthesized = false;
        checks.Between(operand, low, high);
        return new BetweenCondition(operand, low, high);
    }

    private InCondition ReadIn(Operand operand)
    {
        TakeOperator();
        Expect("(");
        var candidates = ReadArguments();
        lastWasParenthesized = false;
        checks.In(operand, candidates);
        return new InCondition(operand, candidates);
    }

    private Operand ReadOperand() => AsOperand(ReadPrimary(isOperand: true));

    // Where only an operand can stand, parentheses hold no condition.
    private Node ReadPrimary(bool isOperand = false)
    {
        lastWasParenthesized = false;
        if (TakeIf("("))
            return ReadParenthesized(isOperand);
        if (Current.Kind == TokenKind.ValueReference)
            return new ConstantOperand(ReadValue());
        if (Current.Kind == TokenKind.Word && Following.Is("(") && !IsKeyword(Current))
            return ReadFunction();
        return new PathOperand(ReadPath());
    }

    private Node ReadParenthesized(bool isOperand)
    {
        Enter();
        var inner = isOperand ? ReadPrimary(isOperand) : ReadJunctions();
        Expect(")");
        Leave();
        if (lastWasParenthesized)
            Errors.Add(ErrorRank.Parentheses, "The expression has redundant parentheses;");
        lastWasParenthesized = true;
        return inner;
    }

    private Node ReadFunction()
    {
        Enter();
        var name = TakeOperator().Text;
        Expect("(");
        var arguments = ReadArguments();
        Leave();
        lastWasParenthesized = false;
        checks.Function(name, arguments);
        return name == "size" ? new SizeOperand(arguments[0]) : new FunctionCondition(name, arguments);
    }

    private List<Operand> ReadArguments()
    {
        var arguments = new List<Operand>();
        do
            arguments.Add(ReadOperand());
        while (TakeIf(","));
        Expect(")");
        return arguments;
    }

    // A condition function in the place of a value, or size() in the place of a condition, is a mistake of its own kind. Anything else in
    // the wrong place is a syntax error.
    private Operand AsOperand(Node node) => node switch
    {
        Operand operand => operand,
        FunctionCondition function => Misused(function),
        _ => throw Unexpected(),
    };

    private ConstantOperand Misused(FunctionCondition function)
    {
        Errors.AddMisusedFunction(function.Name);
        return new ConstantOperand(UndefinedValue.Instance);
    }

    private Condition AsCondition(Node node)
    {
        if (node is Condition condition)
            return condition;
        if (node is not SizeOperand size)
            throw Unexpected();

        Errors.AddMisusedFunction("size");
        return new FunctionCondition("attribute_exists", [size.Operand]);
    }
}
