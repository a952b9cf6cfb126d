using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>SET path = value</c>, where the value is given as it is stored.</summary>
/// <param name="path">The attribute.</param>
/// <param name="json">The value: <c>{"S":"x"}</c>.</param>
internal sealed class SetStoredAction(AttributePath path, byte[] json) : UpdateAction(path, UpdateClause.Set)
{
    public override bool StoresValues => true;

    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        context.WriteStored(ref writer, json);
    }
}
