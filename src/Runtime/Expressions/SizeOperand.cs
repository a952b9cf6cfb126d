using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>size(path)</c>.</summary>
internal readonly struct SizeOperand(AttributePath path) : IOperand
{
    public static int Functions => 1;

    public void Write(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw("size("u8);
        path.Write(ref writer, context);
        writer.WriteRaw(")"u8);
    }
}
