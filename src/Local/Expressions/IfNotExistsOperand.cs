using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary><c>if_not_exists</c>: the value at a path, or else another.</summary>
internal sealed class IfNotExistsOperand(Operand path, Operand otherwise) : Operand
{
    public override ValueKind? KnownKind => null;

    public override Value? Evaluate(MapValue item) => path.Evaluate(item) ?? otherwise.Evaluate(item);
}
