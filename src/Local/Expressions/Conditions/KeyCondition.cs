using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary>Turns a parsed condition into one predicate per key attribute. Reports why a condition cannot be a key condition.</summary>
internal static class KeyCondition
{
    /// <summary>The predicates by attribute name.</summary>
    public static Dictionary<string, KeyPredicate> From(Condition condition)
    {
        var predicates = new Dictionary<string, KeyPredicate>();
        Collect(condition, predicates);
        return predicates;
    }

    private static void Collect(Condition condition, Dictionary<string, KeyPredicate> predicates)
    {
        switch (condition)
        {
            case JunctionCondition { IsAnd: true } junction:
                Collect(junction.Left, predicates);
                Collect(junction.Right, predicates);
                break;
            case JunctionCondition:
                throw InvalidOperator("OR");
            case NotCondition:
                throw InvalidOperator("NOT");
            case InCondition:
                throw InvalidOperator("IN");
            case ComparisonCondition comparison:
                Add(predicates, Comparison(comparison));
                break;
            case BetweenCondition between:
                Add(predicates, Between(between));
                break;
            case FunctionCondition function:
                Add(predicates, Function(function));
                break;
        }
    }

    private static void Add(Dictionary<string, KeyPredicate> predicates, KeyPredicate predicate)
    {
        if (!predicates.TryAdd(predicate.Attribute, predicate))
            throw DynamoError.Validation("KeyConditionExpressions must only contain one condition per key");
    }

    private static KeyPredicate Comparison(ComparisonCondition comparison)
    {
        if (comparison.Symbol == "<>")
            throw InvalidOperator("<>");

        RefuseSize(comparison.Left, comparison.Right);
        if (comparison is { Left: PathOperand, Right: PathOperand })
            throw Invalid("Multiple attribute names used in one condition");

        var mirrored = comparison.Right is PathOperand;
        var (path, value) = mirrored ? (comparison.Right, comparison.Left) : (comparison.Left, comparison.Right);
        var symbol = (comparison.Symbol, mirrored) switch
        {
            ("=", _) => KeyOperator.Equal,
            ("<", false) or (">", true) => KeyOperator.Less,
            ("<=", false) or (">=", true) => KeyOperator.LessOrEqual,
            (">", false) or ("<", true) => KeyOperator.Greater,
            _ => KeyOperator.GreaterOrEqual,
        };
        return new KeyPredicate(AttributeOf(path), symbol, ValueOf(value), null);
    }

    private static KeyPredicate Between(BetweenCondition between)
    {
        RefuseSize(between.Operand, between.Low, between.High);
        if (between.Operand is not PathOperand)
            throw Invalid("BETWEEN operator must have the key attribute as its first operand");
        return new KeyPredicate(AttributeOf(between.Operand), KeyOperator.Between, ValueOf(between.Low), ValueOf(between.High));
    }

    private static KeyPredicate Function(FunctionCondition function)
    {
        if (function.Name != "begins_with")
            throw InvalidOperator(function.Name);

        RefuseSize([.. function.Arguments]);
        if (function.Arguments[0] is not PathOperand)
            throw Invalid("begins_with operator must have the key attribute as its first operand");
        return new KeyPredicate(AttributeOf(function.Arguments[0]), KeyOperator.BeginsWith, ValueOf(function.Arguments[1]), null);
    }

    private static string AttributeOf(Operand operand)
    {
        if (operand is not PathOperand { Path: var path })
            throw Invalid("No key attribute specified");
        if (path.IsNested)
            throw DynamoError.Validation("KeyConditionExpressions cannot have conditions on nested attributes");
        return path.Attribute;
    }

    private static Value ValueOf(Operand operand) => operand is ConstantOperand constant
        ? constant.Value
        : throw Invalid("Multiple attribute names used in one condition");

    private static void RefuseSize(params ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand is SizeOperand)
                throw DynamoError.Validation("KeyConditionExpressions cannot contain nested operations");
        }
    }

    private static DynamoError InvalidOperator(string name) =>
        DynamoError.Validation($"Invalid operator used in KeyConditionExpression: {name}");

    private static DynamoError Invalid(string reason) => DynamoError.Validation($"Invalid condition in KeyConditionExpression: {reason}");
}
