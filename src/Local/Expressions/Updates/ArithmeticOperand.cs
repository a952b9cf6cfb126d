using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Updates;

/// <summary><c>+</c> or <c>-</c> in a SET clause.</summary>
internal sealed class ArithmeticOperand(bool isMinus, Operand left, Operand right) : Operand
{
    public override ValueKind? KnownKind => ValueKind.N;

    public override Value? Evaluate(MapValue item)
    {
        var first = Number(left, item);
        var second = Number(right, item);
        return new NumberValue(isMinus ? first - second : first + second);
    }

    public override void Visit(Action<Operand> visit)
    {
        base.Visit(visit);
        left.Visit(visit);
        right.Visit(visit);
    }

    private static DynamoNumber Number(Operand operand, MapValue item) => operand.Evaluate(item) switch
    {
        null => throw UpdateErrors.NoSuchAttribute(),
        NumberValue number => number.Number,
        _ => throw UpdateErrors.WrongType(),
    };
}
