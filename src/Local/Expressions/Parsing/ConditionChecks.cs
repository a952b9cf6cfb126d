using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>The checks that the service makes on the parts of a condition before it reads any item.</summary>
internal sealed class ConditionChecks(ExpressionErrors errors)
{
    private const int MaxCandidates = 100;
    private static readonly ValueKind[] Ordered = [ValueKind.S, ValueKind.N, ValueKind.B];
    private static readonly ValueKind[] Texts = [ValueKind.S, ValueKind.B];

    /// <summary>The functions of conditions with their number of operands.</summary>
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
        if (symbol is not ("=" or "<>"))
            OperandTypes(symbol, Ordered, left, right);
    }

    /// <summary>Checks a range and its ends.</summary>
    public void Between(Operand operand, Operand low, Operand high)
    {
        Distinct("BETWEEN", operand, low);
        Distinct("BETWEEN", operand, high);
        OperandTypes("BETWEEN", Ordered, operand, low, high);
        if (low is not ConstantOperand { Value: var lowest } || high is not ConstantOperand { Value: var highest })
            return;

        var problem = lowest.Kind != highest.Kind ? "same data type for lower and upper bounds"
            : ValueOrder.Compare(lowest, highest) > 0 ? "upper bound to be greater than or equal to lower bound"
            : null;
        if (problem is not null)
        {
            errors.Add(
                ErrorRank.Function,
                $"The BETWEEN operator requires {problem}; lower bound operand: AttributeValue: {Describe(lowest)}, "
                + $"upper bound operand: AttributeValue: {Describe(highest)}");
        }
    }

    /// <summary>Checks the list of an <c>IN</c>.</summary>
    public void In(Operand operand, List<Operand> candidates)
    {
        // The service counts the operand before IN, too.
        if (candidates.Count > MaxCandidates)
        {
            errors.Add(
                ErrorRank.Operand,
                $"The IN operator is provided with too many operands; number of operands: {candidates.Count + 1}");
        }

        candidates.ForEach(candidate => Distinct("IN", operand, candidate));
    }

    /// <summary>Checks a function's name and arguments.</summary>
    public void Function(string name, List<Operand> arguments)
    {
        if (UpdateParser.Functions.Contains(name))
            errors.AddUnknownFunction(name, "The function is not allowed in a condition expression");
        else if (!Functions.TryGetValue(name, out var count))
            errors.AddUnknownFunction(name);
        else if (count != arguments.Count)
            errors.AddOperandCount(ErrorRank.Operand, name, arguments.Count);
        else
            KnownFunction(name, arguments);
    }

    private void KnownFunction(string name, List<Operand> arguments)
    {
        if (arguments.Count == 2)
            Distinct(name, arguments[0], arguments[1]);

        switch (name)
        {
            case "attribute_exists" or "attribute_not_exists" when arguments[0] is not PathOperand:
                errors.AddPathRequired(name);
                break;
            case "begins_with":
                OperandTypes(name, Texts, arguments[0], arguments[1]);
                break;
            case "attribute_type":
                AttributeType(arguments[1]);
                break;
            case "size" when arguments[0].KnownKind is ValueKind.N or ValueKind.BOOL or ValueKind.NULL && !IsUndefined(arguments[0]):
                errors.AddOperandType(name, arguments[0].KnownKind!.Value);
                break;
        }
    }

    private void AttributeType(Operand type)
    {
        if (IsUndefined(type))
            return;

        if (type is not ConstantOperand { Value: StringValue text })
        {
            errors.AddOperandType("attribute_type", type.KnownKind?.Name() ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
        }
        else if (!ValueKinds.TryParse(text.Text, out _))
        {
            errors.Add(
                ErrorRank.Function,
                $"Invalid attribute type name found; type: {text.Text}, valid types: {{B,NULL,SS,BOOL,L,BS,N,NS,S,M}}");
        }
    }

    private void Distinct(string symbol, Operand first, Operand second)
    {
        if (first is PathOperand left && second is PathOperand right && left.Path.Equals(right.Path))
        {
            errors.Add(
                ErrorRank.Distinct,
                "The first operand must be distinct from the remaining operands for this operator or function; "
                + $"operator: {symbol}, first operand: {left.Path}");
        }
    }

    private void OperandTypes(string name, ValueKind[] accepted, params ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.KnownKind is { } kind && !accepted.Contains(kind) && !IsUndefined(operand))
                errors.AddOperandType(name, kind);
        }
    }

    private static bool IsUndefined(Operand operand) => operand is ConstantOperand { Value: UndefinedValue };

    private static string Describe(Value value) => $"{{{value.Kind.Name()}:{ScalarText.Of(value)}}}";
}
