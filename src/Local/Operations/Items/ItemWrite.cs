using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>A write of one item, as an operation of its own or as a part of a batch or a transaction.</summary>
internal abstract class ItemWrite
{
    /// <summary>The most bytes an item may have.</summary>
    public const int MostItemBytes = 400 * 1024;

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>What must hold for the item as it is.</summary>
    public Condition? Condition { get; init; }

    /// <summary>Whether a failed condition brings back the item.</summary>
    public bool ReturnItemOnFailure { get; init; }

    /// <summary>The item's key, or an item that has it.</summary>
    public required MapValue KeyHolder { get; init; }

    /// <summary>Checks what can be checked without the item.</summary>
    public abstract void Check(TableSchema schema);

    /// <summary>What becomes of the item; null when there is none afterwards.</summary>
    protected abstract MapValue? Change(TableSchema schema, MapValue? old);

    /// <summary>Does it.</summary>
    /// <exception cref="DynamoError">The condition does not hold, or the item does not fit the write.</exception>
    public WriteOutcome Apply(WriteBatch batch)
    {
        var table = batch.Table(TableName);
        Check(table.Schema);
        var key = table.KeyOf(KeyHolder);
        var old = table.Items.Get(key);
        if (Condition is not null && !Condition.Holds(old ?? MapValue.Empty))
            throw new ConditionFailedError(ReturnItemOnFailure ? old : null);

        var item = Change(table.Schema, old);
        if (item is not null && !ReferenceEquals(item, old))
            batch.Put(table, key, old, item);
        else if (item is null && old is not null)
            batch.Delete(table, key, old);
        return new WriteOutcome(table.Schema, old, item);
    }
}
