using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>A delete of an item that the library keeps for other items, such as a posting.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class PlainDelete<T>(TableHandle table, ItemKey<T> key) : KeyedWrite<T>(table, key)
    where T : IItem<T>
{
    public override DynamoOperation Operation => DynamoOperation.DeleteItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Delete\":"u8;

    public override void WriteBatchItem(ref ItemWriter writer)
    {
        writer.WriteRaw("{\"DeleteRequest\":{\"Key\":"u8);
        Key.Write(ref writer);
        writer.WriteRaw("}}"u8);
    }
}
