using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Puts a whole item: makes it, or replaces the one with its key.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>A builder, made for one use: each call changes it and returns it, so that what is kept of it changes too. For another put make another. Not safe for concurrent use.</remarks>
public sealed class Put<T> : ExecutableWrite<Put<T>, T>
    where T : IItem<T>
{
    private readonly T item;

    internal Put(TableHandle table, T item)
        : base(table)
    {
        this.item = item is null ? throw new ArgumentNullException(nameof(item)) : item;
    }

    private protected override ItemKey<T> Key => T.KeyOf(item);

    private protected override DynamoOperation Operation => DynamoOperation.PutItem;

    /// <summary>Has the response hold the item that was replaced.</summary>
    public Put<T> ReturnOld()
    {
        Returned = ReturnedItem.Old;
        return this;
    }

    private protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Item\":"u8);
        ItemText.Write(ref writer, in item);
    }

    private protected override int CountStored()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        T.WriteMap(ref writer, in item);
        writer.Flush();
        return ItemSize.Of(buffer.WrittenSpan);
    }

    private protected override void WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw("{\"Put\":"u8);
        base.WriteTransactItem(ref writer, context);
        writer.WriteRaw("}"u8);
    }

    private protected override void WriteBatchItem(ref ItemWriter writer)
    {
        writer.WriteRaw("{\"PutRequest\":{\"Item\":"u8);
        ItemText.Write(ref writer, in item);
        writer.WriteRaw("}}"u8);
    }
}
