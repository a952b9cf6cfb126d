using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary><c>IN</c>: equal to one of up to a hundred operands.</summary>
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
        visit(operand);
        candidates.ForEach(visit);
    }
}
