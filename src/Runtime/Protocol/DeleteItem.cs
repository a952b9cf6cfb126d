using DynamoToolkit.Expressions;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>DeleteItem: deletes one item.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
/// <param name="key">The item's key.</param>
/// <param name="item">The item whose concurrency token and unique values are compared, or null to compare none.</param>
internal sealed class DeleteItem<T>(TableHandle table, ItemKey<T> key, object? item = null) : KeyedWrite<T>(table, key)
    where T : IItem<T>
{
    private readonly ReplacedItem? replaced = item is null ? null : ReplacedItem.Of(T.Model, item);
    private PostingChange<T>? postings;

    public override DynamoOperation Operation => DynamoOperation.DeleteItem;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Delete\":"u8;

    // The result is the one that the caller wants, and a retry after a lost response finds it.
    protected override bool SucceedsWithoutItem => true;

    protected override string? KindObstacle => T.Model.Unique is not null
        ? "its type has unique values, which a batch cannot release; use a transaction, or execute it alone"
        : T.Model.IsTracked
        ? "its type has trigram indexes that writers keep, which a batch cannot do; use a transaction, or execute it alone"
        : item is null && Lock is null
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

    public override IReadOnlyList<WriteRequest> Companions()
    {
        Fix();
        return replaced?.Values is { } held ? UniqueWrites<T>.Of(Table, Key, held, after: null) : [];
    }

    protected override IPostingChange? Postings => postings;

    public override void Succeed()
    {
        postings = null;
        base.Succeed();
    }

    // An item that does not exist is as good as one that is deleted.
    protected override Condition? ReplacedCondition => replaced is null
        ? null
        : new ExistenceCondition(new AttributePath(T.Model.Partition.AttributeName), exists: false) | replaced.IsStored();

    protected override void Fix()
    {
        if (T.Model.IsTracked && replaced is null)
        {
            throw new InvalidOperationException(
                $"{T.Model.ItemType.Name} has {RequestErrors.DescribeTracked(T.Model)}, and a delete by key can't know which of them the "
                + "item has, so they would stay. Delete the item itself, or use RemoveAsync, which reads it first.");
        }

        if (item is not null && T.Model.Stamps?.Token is not null)
            RequireLock().ExpectOf(item, "delete", "Delete an item by its key to compare nothing.");
        if (replaced?.Texts is { } texts)
            postings ??= new PostingChange<T>(Table, Key, texts.All, after: null);
    }
}
