using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary>What the service checks on the parts of a condition before it looks at any item.</summary>
internal sealed class ConditionChecks(ExpressionErrors errors)
{
    private const int MostCandidates = 100;

    /// <summary>The functions, with how many operands each takes.</summary>
    public static readonly IReadOnlyDictionary<string, int> Functions = new Dictionary<string, int>
    {
        ["attribute_exists"] = 1,
        ["attribute_not_exists"] = 1,
        ["attribute_type"] = 2,
        ["begins_with"] = 2,
        ["contains"] = 2,
        ["size"] = 1,
    };

    /// <summary>Checks a comparison.</summary>
    public void Comparison(string symbol, Operand left, Operand right)
    {
        Distinct(symbol, left, right);
        if (symbol is "=" or "<>")
            return;

        foreach (var operand in (Operand[])[left, right])
        {
            if (operand.KnownKind is not (null or ValueKind.S or ValueKind.N or ValueKind.B) && !IsUndefined(operand))
                OperandType(symbol, operand.KnownKind.Value);
        }
    }

    /// <summary>Checks the ends of a range.</summary>
    public void Between(Operand operand, Operand low, Operand high)
    {
        foreach (var part in (Operand[])[operand, low, high])
        {
            if (part.KnownKind is not (null or ValueKind.S or ValueKind.N or ValueKind.B) && !IsUndefined(part))
                OperandType("BETWEEN", part.KnownKind.Value);
        }

        if (low is not ConstantOperand { Value: var lowest } || high is not ConstantOperand { Value: var highest })
            return;

        var bounds = $"lower bound operand: AttributeValue: {Describe(lowest)}, upper bound operand: AttributeValue: {Describe(highest)}";
        if (lowest.Kind != highest.Kind)
            errors.Add(ErrorRank.Function, $"The BETWEEN operator requires same data type for lower and upper bounds; {bounds}");
        else if (ValueOrder.Compare(lowest, highest) > 0)
            errors.Add(ErrorRank.Function, $"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {bounds}");
    }

    /// <summary>Checks the list of an <c>IN</c>.</summary>
    public void In(Operand operand, List<Operand> candidates)
    {
        if (candidates.Count > MostCandidates)
            errors.Add(ErrorRank.Operand, OperandCount("IN", candidates.Count + 1));
        if (candidates.Count == 1)
            Distinct("IN", operand, candidates[0]);
    }

    /// <summary>Checks a function's name and arguments.</summary>
    public void Function(string name, List<Operand> arguments)
    {
        if (!Functions.TryGetValue(name, out var count))
            errors.Add(ErrorRank.UnknownFunction, $"Invalid function name; function: {name}");
        else if (count != arguments.Count)
            errors.Add(ErrorRank.Operand, OperandCount(name, arguments.Count));
        else
            KnownFunction(name, arguments);
    }

    /// <summary>Notes a function that stands where it cannot.</summary>
    public void Misused(string function) =>
        errors.Add(ErrorRank.MisusedFunction, $"The function is not allowed to be used this way in an expression; function: {function}");

    private void KnownFunction(string name, List<Operand> arguments)
    {
        if (arguments.Count == 2)
            Distinct(name, arguments[0], arguments[1]);

        switch (name)
        {
            case "attribute_exists" or "attribute_not_exists" when arguments[0] is not PathOperand:
                errors.Add(ErrorRank.Function, $"Operator or function requires a document path; operator or function: {name}");
                break;
            case "begins_with":
                foreach (var argument in arguments)
                {
                    if (argument.KnownKind is not (null or ValueKind.S or ValueKind.B) && !IsUndefined(argument))
                        OperandType(name, argument.KnownKind.Value);
                }

                break;
            case "attribute_type":
                AttributeType(arguments[1]);
                break;
            case "size" when arguments[0].KnownKind is ValueKind.N or ValueKind.BOOL or ValueKind.NULL && !IsUndefined(arguments[0]):
                OperandType(name, arguments[0].KnownKind!.Value);
                break;
        }
    }

    private void AttributeType(Operand type)
    {
        if (IsUndefined(type))
            return;

        if (type is not ConstantOperand { Value: StringValue text })
        {
            var kind = type.KnownKind?.Name() ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";
            errors.Add(ErrorRank.Function, $"Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {kind}");
        }
        else if (!ValueKinds.TryParse(text.Text, out _))
        {
            errors.Add(ErrorRank.Function, $"Invalid attribute type name found; type: {text.Text}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");
        }
    }

    private void Distinct(string symbol, Operand first, Operand second)
    {
        if (first is PathOperand left && second is PathOperand right && left.Path.Equals(right.Path))
            errors.Add(ErrorRank.Distinct, $"The first operand must be distinct from the remaining operands for this operator or function; operator: {symbol}, first operand: {left.Path}");
    }

    private void OperandType(string name, ValueKind kind) =>
        errors.Add(ErrorRank.Function, $"Incorrect operand type for operator or function; operator or function: {name}, operand type: {kind.Name()}");

    private static bool IsUndefined(Operand operand) => operand is ConstantOperand { Value: UndefinedValue };

    private static string OperandCount(string name, int count) =>
        $"Incorrect number of operands for operator or function; operator or function: {name}, number of operands: {count}";

    private static string Describe(Value value)
    {
        var text = value switch
        {
            StringValue s => s.Text,
            NumberValue n => n.Number.ToString(),
            BinaryValue b => Convert.ToBase64String(b.Bytes),
            _ => "",
        };
        return $"{{{value.Kind.Name()}:{text}}}";
    }
}
