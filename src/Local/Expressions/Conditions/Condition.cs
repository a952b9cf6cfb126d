using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary>A condition that holds for an item or does not.</summary>
internal abstract class Condition : Node
{
    /// <summary>Whether the condition holds for the item.</summary>
    public abstract bool Holds(MapValue item);

    /// <summary>Calls back with every operand of the condition, and with those that it consists of.</summary>
    public abstract void VisitOperands(Action<Operand> visit);
}
