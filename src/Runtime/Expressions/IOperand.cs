using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>One side of a comparison: a path, a value, or the size of the attribute at a path.</summary>
internal interface IOperand
{
    /// <summary>How many functions the operand has.</summary>
    static virtual int Functions => 0;

    void Write(ref ItemWriter writer, ExpressionContext context);
}
