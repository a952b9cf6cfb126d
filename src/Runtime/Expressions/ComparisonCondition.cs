using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>A comparison of what is at a path (or its size) with a value or with what is at another path.</summary>
internal sealed class ComparisonCondition<TLeft, TRight>(AttributePath path, TLeft left, Comparison comparison, TRight right) : Condition
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    internal override int Operators => 1 + TLeft.Functions;

    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test) ?? Paths.Find(right, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        left.Write(ref writer, context);
        writer.WriteRaw(ExpressionText.Symbol(comparison));
        var mark = context.ValuesLength;
        right.Write(ref writer, context);
        if (comparison is not (Comparison.Equal or Comparison.NotEqual))
            OrderedValues.Check(path, context.ValuesSince(mark));
    }
}
