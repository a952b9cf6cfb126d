using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Operands;

/// <summary>A part of an expression that has a value.</summary>
internal abstract class Operand : Node
{
    /// <summary>The data type if it is the same for every item, otherwise null.</summary>
    public abstract ValueKind? KnownKind { get; }

    /// <summary>The value for an item; null if there is none.</summary>
    public abstract Value? Evaluate(MapValue item);

    /// <summary>Calls back with this operand and those that it consists of.</summary>
    public virtual void Visit(Action<Operand> visit) => visit(this);
}
