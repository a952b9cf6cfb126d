using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Deletes an item. Without a condition, deleting what is not there is no error.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>A builder, made for one use: each call changes it and returns it, so that what is kept of it changes too. For another delete make another. Not safe for concurrent use.</remarks>
public sealed class Delete<T> : ExecutableWrite<Delete<T>, T>
    where T : IItem<T>
{
    private readonly ItemKey<T> key;

    internal Delete(TableHandle table, ItemKey<T> key)
        : base(table) => this.key = key;

    private protected override ItemKey<T> Key => key;

    private protected override DynamoOperation Operation => DynamoOperation.DeleteItem;

    /// <summary>Has the response hold the item that was deleted.</summary>
    public Delete<T> ReturnOld()
    {
        Returned = ReturnedItem.Old;
        return this;
    }

    private protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Key\":"u8);
        key.Write(ref writer);
    }

    private protected override void WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw("{\"Delete\":"u8);
        base.WriteTransactItem(ref writer, context);
        writer.WriteRaw("}"u8);
    }

    private protected override void WriteBatchItem(ref ItemWriter writer)
    {
        writer.WriteRaw("{\"DeleteRequest\":{\"Key\":"u8);
        key.Write(ref writer);
        writer.WriteRaw("}}"u8);
    }
}
