using System.Diagnostics.CodeAnalysis;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>SET path = if_not_exists(path, value)</c>.</summary>
internal sealed class SetIfAbsentAction<T, TConverter>(AttributePath path, T value, IndexKey? key)
    : UpdateAction(path, UpdateClause.Set), IStoredValue<T>
    where TConverter : IAttributeConverter<T>
{
    public bool TryGet([MaybeNullWhen(false)] out T stored)
    {
        stored = value;
        return true;
    }

    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = if_not_exists("u8);
        Path.Write(ref writer, context);
        writer.WriteRaw(", "u8);
        var mark = context.ValuesLength;
        context.WriteValue<T, TConverter>(ref writer, value);
        writer.WriteRaw(")"u8);
        if (key is not null)
            context.CheckValues(key, mark);
    }
}
