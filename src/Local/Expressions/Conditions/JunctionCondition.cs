using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary><c>AND</c> or <c>OR</c> of two conditions.</summary>
internal sealed class JunctionCondition(bool isAnd, Condition left, Condition right) : Condition
{
    /// <summary>Whether both conditions must hold, not just one.</summary>
    public bool IsAnd { get; } = isAnd;

    /// <summary>The first condition.</summary>
    public Condition Left { get; } = left;

    /// <summary>The second condition.</summary>
    public Condition Right { get; } = right;

    public override bool Holds(MapValue item) =>
        IsAnd ? Left.Holds(item) && Right.Holds(item) : Left.Holds(item) || Right.Holds(item);

    public override void VisitOperands(Action<Operand> visit)
    {
        Left.VisitOperands(visit);
        Right.VisitOperands(visit);
    }
}
