using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary><c>IN</c>: the operand equals one of at most a hundred candidates.</summary>
internal sealed class InCondition(Operand operand, List<Operand> candidates) : Condition
{
    public override bool Holds(MapValue item)
    {
        if (operand.Evaluate(item) is not { } value)
            return false;

        foreach (var candidate in candidates)
        {
            if (candidate.Evaluate(item) is { } other && value.SameAs(other))
                return true;
        }

        return false;
    }

    public override void VisitOperands(Action<Operand> visit)
    {
        operand.Visit(visit);
        candidates.ForEach(candidate => candidate.Visit(visit));
    }
}
