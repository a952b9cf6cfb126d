using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests.Legacy;

/// <summary>The comparison operators of the older parameters: the values that each takes and the condition that it stands for.</summary>
internal static class LegacyOperators
{
    /// <summary>Checks the values of an operator.</summary>
    public static void Check(string name, IReadOnlyList<Value> values)
    {
        var fits = name switch
        {
            "NULL" or "NOT_NULL" => values.Count == 0,
            "IN" => values.Count > 0,
            "BETWEEN" => values.Count == 2,
            _ => values.Count == 1,
        };
        if (!fits)
            throw DynamoError.InvalidParameter($"Invalid number of argument(s) for the {name} ComparisonOperator");
        if (values.Count > 1 && values.Any(value => value.Kind != values[0].Kind))
            throw DynamoError.InvalidParameter("AttributeValues inside AttributeValueList must be of same type");

        foreach (var value in values)
        {
            if (!Takes(name, value.Kind))
                throw DynamoError.InvalidParameter($"ComparisonOperator {name} is not valid for {value.Kind.Name()} AttributeValue type");
        }

        if (name == "BETWEEN" && ValueOrder.Compare(values[0], values[1]) > 0)
        {
            throw DynamoError.Validation(
                "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
        }
    }

    /// <summary>The condition that an operator stands for.</summary>
    public static Condition Make(string attribute, string name, IReadOnlyList<Value> values)
    {
        var path = new PathOperand(new DocumentPath([PathElement.Member(attribute)]));
        List<Operand> constants = [.. values.Select(static value => new ConstantOperand(value))];
        return name switch
        {
            "NULL" => new FunctionCondition("attribute_not_exists", [path]),
            "NOT_NULL" => new FunctionCondition("attribute_exists", [path]),
            "EQ" => new ComparisonCondition("=", path, constants[0]),
            "NE" => new ComparisonCondition("<>", path, constants[0]),
            "LT" => new ComparisonCondition("<", path, constants[0]),
            "LE" => new ComparisonCondition("<=", path, constants[0]),
            "GT" => new ComparisonCondition(">", path, constants[0]),
            "GE" => new ComparisonCondition(">=", path, constants[0]),
            "BETWEEN" => new BetweenCondition(path, constants[0], constants[1]),
            "IN" => new InCondition(path, constants),
            "BEGINS_WITH" => new FunctionCondition("begins_with", [path, constants[0]]),
            "CONTAINS" => new FunctionCondition("contains", [path, constants[0]]),
            _ => Excludes(path, constants[0]),
        };
    }

    // NOT_CONTAINS does not hold for an absent attribute.
    private static JunctionCondition Excludes(PathOperand path, Operand value) => new(
        isAnd: true,
        new FunctionCondition("attribute_exists", [path]),
        new NotCondition(new FunctionCondition("contains", [path, value])));

    private static bool Takes(string name, ValueKind kind) => name switch
    {
        "EQ" or "NE" => true,
        "BEGINS_WITH" => kind is ValueKind.S or ValueKind.B,
        _ => kind is ValueKind.S or ValueKind.N or ValueKind.B,
    };
}
