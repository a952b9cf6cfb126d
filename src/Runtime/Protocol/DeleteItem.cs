using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>DeleteItem: deletes one item.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class DeleteItem<T>(TableHandle table, ItemKey<T> key) : KeyedWrite<T>(table, key)
    where T : IItem<T>
{
    public override DynamoOperation Operation => DynamoOperation.DeleteItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Delete\":"u8;

    /// <summary>Writes a delete without options, without allocation.</summary>
    public static void Write(WireBuffer body, TableHandle table, in ItemKey<T> key)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    public override void WriteBatchItem(ref ItemWriter writer)
    {
        writer.WriteRaw("{\"DeleteRequest\":{\"Key\":"u8);
        Key.Write(ref writer);
        writer.WriteRaw("}}"u8);
    }
}
