using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary><c>BETWEEN</c>, both ends included.</summary>
internal sealed class BetweenCondition(Operand operand, Operand low, Operand high) : Condition
{
    /// <summary>The operand to compare.</summary>
    public Operand Operand { get; } = operand;

    /// <summary>The lower end.</summary>
    public Operand Low { get; } = low;

    /// <summary>The upper end.</summary>
    public Operand High { get; } = high;

    public override bool Holds(MapValue item) =>
        Operand.Evaluate(item) is { } value
        && Low.Evaluate(item) is { } low
        && High.Evaluate(item) is { } high
        && ValueOrder.Compare(value, low) >= 0
        && ValueOrder.Compare(value, high) <= 0;

    public override void VisitOperands(Action<Operand> visit)
    {
        Operand.Visit(visit);
        Low.Visit(visit);
        High.Visit(visit);
    }
}
