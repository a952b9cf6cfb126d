using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>path BETWEEN low AND high</c>, both ends included.</summary>
internal sealed class BetweenCondition<TLeft, TBound>(AttributePath path, TLeft left, TBound low, TBound high) : Condition(1 + TLeft.Functions)
    where TLeft : struct, IOperand
    where TBound : struct, IOperand
{
    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        left.Write(ref writer, context);
        writer.WriteRaw(" BETWEEN "u8);
        low.Write(ref writer, context);
        writer.WriteRaw(" AND "u8);
        high.Write(ref writer, context);
    }
}
