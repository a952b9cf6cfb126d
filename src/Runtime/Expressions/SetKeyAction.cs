using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>SET path = value</c>, where the value is the composed key of an index.</summary>
internal sealed class SetKeyAction(AttributePath path, KeyValue value, IndexKey? key) : UpdateAction(path, UpdateClause.Set)
{
    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        var mark = context.ValuesLength;
        context.WriteKey(ref writer, value);
        if (key is not null)
            context.CheckValues(key, mark);
    }
}
