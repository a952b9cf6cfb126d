using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary>A value of the request (<c>:value</c>) as an operand.</summary>
internal sealed class ConstantOperand(Value value) : Operand
{
    /// <summary>The value.</summary>
    public Value Value { get; } = value;

    public override ValueKind? KnownKind => Value.Kind;

    public override Value? Evaluate(MapValue item) => Value;
}
