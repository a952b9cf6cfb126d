using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Operands;

/// <summary>The <c>size</c> function.</summary>
internal sealed class SizeOperand(Operand operand) : Operand
{
    /// <summary>The operand whose size it gives.</summary>
    public Operand Operand { get; } = operand;

    public override ValueKind? KnownKind => ValueKind.N;

    public override Value? Evaluate(MapValue item)
    {
        var size = Operand.Evaluate(item) is { } value ? ValueOrder.SizeOf(value) : null;
        return size is null ? null : new NumberValue(new DynamoNumber(size.Value));
    }

    public override void Visit(Action<Operand> visit)
    {
        base.Visit(visit);
        Operand.Visit(visit);
    }
}
