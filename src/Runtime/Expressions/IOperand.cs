using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>One side of a comparison: a path, a value, or the size of what is at a path.</summary>
internal interface IOperand
{
    void Write(ref ItemWriter writer, ExpressionContext context);
}
