using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Updates;

/// <summary><c>list_append</c>: the elements of two lists.</summary>
internal sealed class ListAppendOperand(Operand first, Operand second) : Operand
{
    public override ValueKind? KnownKind => ValueKind.L;

    public override Value? Evaluate(MapValue item) => new ListValue([.. Elements(first, item), .. Elements(second, item)]);

    public override void Visit(Action<Operand> visit)
    {
        base.Visit(visit);
        first.Visit(visit);
        second.Visit(visit);
    }

    private static Value[] Elements(Operand operand, MapValue item) => operand.Evaluate(item) switch
    {
        null => throw UpdateErrors.NoSuchAttribute(),
        ListValue list => list.Elements,
        _ => throw UpdateErrors.WrongType(),
    };
}
