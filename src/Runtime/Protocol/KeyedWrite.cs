using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>A write that identifies its item by its key.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal abstract class KeyedWrite<T>(TableHandle table, ItemKey<T> key) : WriteRequest(table)
    where T : IItem<T>
{
    public sealed override TableModel Model => T.Model;

    public sealed override ItemIdentity Identity => ItemIdentity.Of(Table.Name, Key);

    protected ItemKey<T> Key { get; } = key;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Key\":"u8);
        Key.Write(ref writer);
    }
}
