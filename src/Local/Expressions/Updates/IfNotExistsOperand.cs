using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Updates;

/// <summary><c>if_not_exists</c>: the value at a path, or another value if there is none.</summary>
internal sealed class IfNotExistsOperand(Operand path, Operand otherwise) : Operand
{
    public override ValueKind? KnownKind => null;

    public override Value? Evaluate(MapValue item) => path.Evaluate(item) ?? otherwise.Evaluate(item);

    public override void Visit(Action<Operand> visit)
    {
        base.Visit(visit);
        path.Visit(visit);
        otherwise.Visit(visit);
    }
}
