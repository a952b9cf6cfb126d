using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>A value. It goes into the expression's values, and only its placeholder goes into the text.</summary>
internal readonly struct ValueOperand<T, TConverter>(T value) : IOperand
    where TConverter : IAttributeConverter<T>
{
    public void Write(ref ItemWriter writer, ExpressionContext context) => context.WriteValue<T, TConverter>(ref writer, value);
}
