using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary>One of the six comparisons. An absent operand differs from everything, and is neither less nor greater.</summary>
internal sealed class ComparisonCondition(string symbol, Operand left, Operand right) : Condition
{
    private TextTest? test;

    /// <summary>The operator as the expression has it.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>The first operand.</summary>
    public Operand Left { get; } = left;

    /// <summary>The second operand.</summary>
    public Operand Right { get; } = right;

    public override bool Holds(MapValue item)
    {
        if (Symbol == "=" && item.IsPacked && (test ??= TextTest.Of(Left, Right, isBeginning: false)).TryHold(item, out var holds))
            return holds;
        return Holds(Symbol, Left.Evaluate(item), Right.Evaluate(item));
    }

    public override void VisitOperands(Action<Operand> visit)
    {
        Left.Visit(visit);
        Right.Visit(visit);
    }

    /// <summary>Whether the comparison of two values holds.</summary>
    public static bool Holds(string symbol, Value? left, Value? right)
    {
        if (symbol == "<>")
            return left is null || right is null || !left.SameAs(right);
        if (left is null || right is null)
            return false;
        if (symbol == "=")
            return left.SameAs(right);

        var order = ValueOrder.Compare(left, right);
        return symbol switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }
}
