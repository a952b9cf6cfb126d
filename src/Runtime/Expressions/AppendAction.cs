using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// <c>SET path = list_append(if_not_exists(path, []), elements)</c>, or the other way round. It needs <c>if_not_exists</c>, because a plain
/// <c>list_append</c> fails on an item that does not have the list yet.
/// </summary>
internal sealed class AppendAction<T, TConverter>(AttributePath path, T[] elements, bool atStart) : UpdateAction(path, UpdateClause.Set)
    where TConverter : IAttributeConverter<T>
{
    public override bool StoresValues => true;

    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = list_append("u8);
        if (atStart)
        {
            context.WriteValue<T[], ArrayConverter<T, TConverter>>(ref writer, elements);
            writer.WriteRaw(", "u8);
            WriteOld(ref writer, context);
        }
        else
        {
            WriteOld(ref writer, context);
            writer.WriteRaw(", "u8);
            context.WriteValue<T[], ArrayConverter<T, TConverter>>(ref writer, elements);
        }

        writer.WriteRaw(")"u8);
    }

    private void WriteOld(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw("if_not_exists("u8);
        Path.Write(ref writer, context);
        writer.WriteRaw(", "u8);
        context.WriteValue<T[], ArrayConverter<T, TConverter>>(ref writer, []);
        writer.WriteRaw(")"u8);
    }
}
