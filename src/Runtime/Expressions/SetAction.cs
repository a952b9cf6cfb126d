using System.Diagnostics.CodeAnalysis;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>SET path = value</c>, where the value may be computed from attributes.</summary>
internal sealed class SetAction<T, TConverter>(AttributePath path, UpdateValue<T, TConverter> value, IndexKey? key)
    : UpdateAction(path, UpdateClause.Set), IStoredValue<T>
    where TConverter : IAttributeConverter<T>
{
    private readonly UpdateValue<T, TConverter> value = value;

    public override bool StoresValues => value.IsPlain;

    public bool TryGet([MaybeNullWhen(false)] out T stored) => value.TryGetPlain(out stored);

    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        var mark = context.ValuesLength;
        value.Write(ref writer, context);
        if (key is not null)
            context.CheckValues(key, mark);
    }
}
