using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>ADD path number</c>: a missing attribute counts as 0.</summary>
internal sealed class AddAction<T, TConverter>(AttributePath path, T value) : UpdateAction(path, UpdateClause.Add)
    where TConverter : IAttributeConverter<T>
{
    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" "u8);
        context.WriteValue<T, TConverter>(ref writer, value);
    }
}
