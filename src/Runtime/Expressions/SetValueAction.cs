using System.Diagnostics.CodeAnalysis;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>SET path = value</c>, where the value is known.</summary>
internal sealed class SetValueAction<T, TConverter>(AttributePath path, T value, IndexKey? key)
    : UpdateAction(path, UpdateClause.Set), IStoredValue<T>
    where TConverter : IAttributeConverter<T>
{
    public override bool StoresValues => true;

    public bool TryGet([MaybeNullWhen(false)] out T stored)
    {
        stored = value;
        return true;
    }

    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        var mark = context.ValuesLength;
        context.WriteValue<T, TConverter>(ref writer, value);
        if (key is not null)
            context.CheckValues(key, mark);
    }
}
