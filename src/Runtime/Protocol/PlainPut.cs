using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// A put of an item that the library keeps for other items, such as a posting. It is not a <see cref="PutItem{T}"/>, which may have
/// postings of its own: native code would need it for postings of postings without end.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class PlainPut<T>(TableHandle table, T item) : KeyedWrite<T>(table, T.KeyOf(item))
    where T : IItem<T>
{
    public override DynamoOperation Operation => DynamoOperation.PutItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Put\":"u8;

    public override void WriteBatchItem(ref ItemWriter writer)
    {
        writer.WriteRaw("{\"PutRequest\":{\"Item\":"u8);
        ItemText.Write(ref writer, in item);
        writer.WriteRaw("}}"u8);
    }

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, in item);
    }
}
