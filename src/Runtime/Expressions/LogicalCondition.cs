using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>Two conditions joined by AND or OR.</summary>
internal sealed class LogicalCondition(Condition left, Condition right, bool isAnd) : Condition
{
    private readonly bool isAnd = isAnd;

    internal override int Operators { get; } = left.Operators + right.Operators + 1;

    internal override string? FindAttribute(Predicate<string> test) => left.FindAttribute(test) ?? right.FindAttribute(test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        WriteSide(ref writer, context, left);
        writer.WriteRaw(isAnd ? " AND "u8 : " OR "u8);
        WriteSide(ref writer, context, right);
    }

    private void WriteSide(ref ItemWriter writer, ExpressionContext context, Condition side)
    {
        var needsParentheses = side is LogicalCondition other && other.isAnd != isAnd;
        if (needsParentheses)
            writer.WriteRaw("("u8);
        side.Write(ref writer, context);
        if (needsParentheses)
            writer.WriteRaw(")"u8);
    }
}
