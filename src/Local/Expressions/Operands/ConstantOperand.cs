using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Operands;

/// <summary>A value of the request (<c>:value</c>).</summary>
internal sealed class ConstantOperand(Value value) : Operand
{
    /// <summary>The value.</summary>
    public Value Value { get; } = value;

    public override ValueKind? KnownKind => Value.Kind;

    public override Value? Evaluate(MapValue item) => Value;
}
