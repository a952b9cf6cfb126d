using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>SET path = path + 1</c>. Unlike an <c>ADD</c>, it can change a number inside a map.</summary>
internal sealed class IncrementAction(AttributePath path) : UpdateAction(path, UpdateClause.Set)
{
    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        Path.Write(ref writer, context);
        writer.WriteRaw(" + "u8);
        context.WriteKey(ref writer, KeyValue.Of(1));
    }
}
