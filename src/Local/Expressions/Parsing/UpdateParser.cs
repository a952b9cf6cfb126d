using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Expressions.Updates;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>Parses update expressions: SET, REMOVE, ADD and DELETE clauses, each at most once.</summary>
internal sealed class UpdateParser : ExpressionParser
{
    private const string ListAppend = "list_append";
    private const string IfNotExists = "if_not_exists";

    /// <summary>The functions of updates.</summary>
    public static readonly IReadOnlyCollection<string> Functions = [IfNotExists, ListAppend];

    private readonly List<UpdateAction> actions = [];
    private readonly List<DocumentPath> paths = [];
    private readonly HashSet<UpdateActionKind> clauses = [];

    private UpdateParser(string text, ExpressionInputs inputs)
        : base("UpdateExpression", text, inputs)
    {
    }

    /// <summary>Parses an update; null if there is no text.</summary>
    public static Update? Parse(string? text, ExpressionInputs inputs) =>
        text is null ? null : new UpdateParser(text, inputs).Read();

    private Update Read()
    {
        do
            ReadClause();
        while (Current.Kind != TokenKind.End);
        ThrowIfInvalid();
        return new Update(actions);
    }

    private void ReadClause()
    {
        var keyword = Current;
        UpdateActionKind kind;
        if (TakeKeyword("SET"))
            kind = UpdateActionKind.Set;
        else if (TakeKeyword("REMOVE"))
            kind = UpdateActionKind.Remove;
        else if (TakeKeyword("ADD"))
            kind = UpdateActionKind.Add;
        else if (TakeKeyword("DELETE"))
            kind = UpdateActionKind.Delete;
        else
            throw Unexpected();

        if (!clauses.Add(kind))
        {
            Errors.Add(
                ErrorRank.Section,
                $"The \"{keyword.Text.ToUpperInvariant()}\" section can only be used once in an update expression;");
        }

        do
            actions.Add(ReadAction(kind));
        while (TakeIf(","));
    }

    private UpdateAction ReadAction(UpdateActionKind kind)
    {
        var path = ReadPath();
        PathConflicts.Check(paths, path, Errors);
        switch (kind)
        {
            case UpdateActionKind.Set:
                Expect("=");
                return new UpdateAction(kind, path, ReadSum());
            case UpdateActionKind.Remove:
                return new UpdateAction(kind, path, null);
            default:
                var value = ReadValue();
                CheckSetOperand(kind, value);
                return new UpdateAction(kind, path, new ConstantOperand(value));
        }
    }

    private void CheckSetOperand(UpdateActionKind kind, Value value)
    {
        if (value is SetValue or UndefinedValue || (kind == UpdateActionKind.Add && value is NumberValue))
            return;

        var type = value.Kind switch
        {
            ValueKind.S => "STRING",
            ValueKind.N => "NUMBER",
            ValueKind.B => "BINARY",
            ValueKind.BOOL => "BOOLEAN",
            ValueKind.L => "LIST",
            ValueKind.M => "MAP",
            _ => "NULL",
        };
        Errors.Add(
            ErrorRank.Operand,
            $"Incorrect operand type for operator or function; operator: {kind.ToString().ToUpperInvariant()}, operand type: {type}");
    }

    private Operand ReadSum()
    {
        var left = ReadOperand();
        if (!Current.Is("+") && !Current.Is("-"))
            return left;

        var symbol = TakeOperator().Text;
        var right = ReadOperand();
        RefuseListAppend(left, right);
        CheckKind(symbol, left, ValueKind.N);
        CheckKind(symbol, right, ValueKind.N);
        return new ArithmeticOperand(symbol == "-", left, right);
    }

    private Operand ReadOperand()
    {
        if (TakeIf("("))
        {
            Enter();
            var inner = ReadSum();
            Expect(")");
            Leave();
            return inner;
        }

        if (Current.Kind == TokenKind.ValueReference)
            return new ConstantOperand(ReadValue());
        if (Current.Kind == TokenKind.Word && Following.Is("("))
            return ReadFunction();
        return new PathOperand(ReadPath());
    }

    private Operand ReadFunction()
    {
        Enter();
        var name = TakeOperator().Text;
        Expect("(");
        var arguments = new List<Operand>();
        do
            arguments.Add(ReadOperand());
        while (TakeIf(","));
        Expect(")");
        Leave();
        return MakeFunction(name, arguments);
    }

    private Operand MakeFunction(string name, List<Operand> arguments)
    {
        RefuseListAppend([.. arguments]);
        if (!Functions.Contains(name))
        {
            if (ConditionChecks.Functions.ContainsKey(name))
                Errors.AddUnknownFunction(name, "The function is not allowed in an update expression");
            else
                Errors.AddUnknownFunction(name);
            return arguments[0];
        }

        if (arguments.Count != 2)
        {
            Errors.AddOperandCount(ErrorRank.Function, name, arguments.Count);
            return arguments[0];
        }

        if (name == IfNotExists)
        {
            if (arguments[0] is not PathOperand)
                Errors.AddPathRequired(name);
            return new IfNotExistsOperand(arguments[0], arguments[1]);
        }

        CheckKind(name, arguments[0], ValueKind.L);
        CheckKind(name, arguments[1], ValueKind.L);
        return new ListAppendOperand(arguments[0], arguments[1]);
    }

    // The function makes a whole value; it cannot be a part of another one.
    private void RefuseListAppend(params ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is ListAppendOperand)
                Errors.AddMisusedFunction(ListAppend);
        }
    }

    private void CheckKind(string name, Operand operand, ValueKind wanted)
    {
        if (operand is ConstantOperand { Value: not UndefinedValue } constant && constant.Value.Kind != wanted)
            Errors.AddOperandType(name, constant.Value.Kind);
    }
}
