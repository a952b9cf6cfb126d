using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary><c>NOT</c> of a condition.</summary>
internal sealed class NotCondition(Condition inner) : Condition
{
    public override bool Holds(MapValue item) => !inner.Holds(item);

    public override void VisitOperands(Action<Operand> visit) => inner.VisitOperands(visit);
}
