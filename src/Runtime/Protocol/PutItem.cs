using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>PutItem: writes one whole item.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class PutItem<T>(TableHandle table, T item) : WriteRequest(table)
    where T : IItem<T>
{
    public override TableModel Model => T.Model;

    public override ItemIdentity Identity => ItemIdentity.Of(Table.Name, T.KeyOf(item));

    public override DynamoOperation Operation => DynamoOperation.PutItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Put\":"u8;

    /// <summary>Writes a put without options, without allocation.</summary>
    public static void Write(WireBuffer body, TableHandle table, in T item)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, in item);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    public override int CountStored()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        T.WriteMap(ref writer, in item);
        writer.Flush();
        return ItemSize.Of(buffer.WrittenSpan);
    }

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
