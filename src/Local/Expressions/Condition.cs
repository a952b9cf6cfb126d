using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary>Something that an item fulfils or does not.</summary>
internal abstract class Condition : Node
{
    /// <summary>Whether the item fulfils it.</summary>
    public abstract bool Holds(MapValue item);

    /// <summary>Calls back with every operand inside.</summary>
    public abstract void VisitOperands(Action<Operand> visit);
}
