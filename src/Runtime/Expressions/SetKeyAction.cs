using System.Diagnostics.CodeAnalysis;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// <c>SET path = value</c>, or <c>SET path = if_not_exists(path, value)</c>, where the value is the composed key of an index or a token.
/// </summary>
internal sealed class SetKeyAction(AttributePath path, KeyValue value, IndexKey? key, bool onlyIfAbsent = false)
    : UpdateAction(path, UpdateClause.Set), IStoredValue<string>, IStoredValue<Guid>
{
    bool IStoredValue<string>.TryGet([MaybeNullWhen(false)] out string stored)
    {
        stored = value.Text;
        return stored is not null;
    }

    bool IStoredValue<Guid>.TryGet(out Guid stored) => Guid.TryParse(value.Text, out stored);

    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        if (onlyIfAbsent)
        {
            writer.WriteRaw("if_not_exists("u8);
            Path.Write(ref writer, context);
            writer.WriteRaw(", "u8);
        }

        var mark = context.ValuesLength;
        context.WriteKey(ref writer, value);
        if (onlyIfAbsent)
            writer.WriteRaw(")"u8);
        if (key is not null)
            context.CheckValues(key, mark);
    }
}
