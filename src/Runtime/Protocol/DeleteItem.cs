using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>DeleteItem: deletes one item.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
/// <param name="key">The item's key.</param>
/// <param name="item">The item whose concurrency token is compared, or null to compare none.</param>
internal sealed class DeleteItem<T>(TableHandle table, ItemKey<T> key, object? item = null) : KeyedWrite<T>(table, key)
    where T : IItem<T>
{
    public override DynamoOperation Operation => DynamoOperation.DeleteItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Delete\":"u8;

    // The result is the one that the caller wants, and a retry after a lost response finds it.
    protected override bool SucceedsWithoutItem => true;

    protected override string? KindObstacle => item is null && Lock is null
        ? null
        : "it compares a concurrency token, which a batch cannot do; delete by key, use a transaction, or execute it alone";

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

    protected override void Fix()
    {
        if (item is not null)
            RequireLock().ExpectOf(item, "delete", "Delete an item by its key to compare nothing.");
    }
}
