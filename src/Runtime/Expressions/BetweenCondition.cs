using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>path BETWEEN low AND high</c>, both ends included.</summary>
internal sealed class BetweenCondition<TLeft, T, TConverter>(AttributePath path, TLeft left, T low, T high) : Condition
    where TLeft : struct, IOperand
    where TConverter : IAttributeConverter<T>
{
    internal override int Operators => 1 + TLeft.Functions;

    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        left.Write(ref writer, context);
        writer.WriteRaw(" BETWEEN "u8);
        var mark = context.ValuesLength;
        context.WriteValue<T, TConverter>(ref writer, low);
        writer.WriteRaw(" AND "u8);
        context.WriteValue<T, TConverter>(ref writer, high);
        OrderedValues.Check(path, context.ValuesSince(mark));
    }
}
