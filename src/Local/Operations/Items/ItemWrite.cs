using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>A write of one item: an operation of its own, or a part of a batch or a transaction.</summary>
internal abstract class ItemWrite
{
    /// <summary>The maximum size of an item in bytes.</summary>
    public const int MaxItemBytes = 400 * 1024;

    private TableSchema? preparedFor;
    private byte[]? preparedKey;
    private byte[]? preparedBlock;
    private TreeChange<byte[], ItemBlock>? tried;
    private byte[]? seen;
    private WriteOutcome rehearsed;

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>The condition that the current item must meet; null for none.</summary>
    public Condition? Condition { get; init; }

    /// <summary>Whether the error of a failed condition returns the item.</summary>
    public bool ReturnItemOnFailure { get; init; }

    /// <summary>The item's key, or an item that contains it.</summary>
    public required MapValue KeyHolder { get; init; }

    /// <summary>Whether <see cref="KeyHolder"/> is the item to put.</summary>
    protected virtual bool HoldsItem => false;

    /// <summary>The item's key, as the table stores it, after <see cref="Prepare(TableSchema)"/>.</summary>
    public byte[] PreparedKey => preparedKey ?? throw new InvalidOperationException("The write has not been prepared.");

    /// <summary>Checks the write against the table's schema, without the current item.</summary>
    public abstract void Check(TableSchema schema);

    /// <summary>The part of <see cref="Check"/> that is left if <see cref="KeyHolder"/> has a key that the table can hold.</summary>
    protected virtual void CheckRest(TableSchema schema) => Check(schema);

    /// <summary>The item after the write; null if there is none.</summary>
    protected abstract MapValue? Change(TableSchema schema, MapValue? old);

    /// <summary>
    /// Does the part of the work that needs neither the current item nor the lock of writers. The write is still right if the table changes
    /// afterwards.
    /// </summary>
    /// <exception cref="DynamoError">The write does not fit the table.</exception>
    public void Prepare(TableSchema schema)
    {
        preparedKey = KeyEncoder.TryTableKey(schema.Keys, KeyHolder);
        if (preparedKey is null)
        {
            Check(schema);
            throw new InvalidOperationException("A key that cannot be encoded has passed the check.");
        }

        CheckRest(schema);
        KeyPaths.CheckScalars(schema, Condition);
        preparedBlock = HoldsItem ? ItemBlock.Create(preparedKey, KeyHolder) : null;
        preparedFor = schema;
        tried = null;
        seen = null;
    }

    /// <summary>Whether the write has been prepared for a schema.</summary>
    public bool IsPreparedFor(TableSchema schema) => ReferenceEquals(preparedFor, schema);

    /// <summary>
    /// Does as much of the work as possible without the lock of writers: prepares the write, and applies it to the item that the table has
    /// now. If the item is still the same later, <see cref="Apply"/> has little left to do.
    /// </summary>
    /// <exception cref="DynamoError">The write does not fit the table.</exception>
    public void Prepare(Table table)
    {
        Prepare(table.Schema);
        if (HoldsItem && Condition is null)
        {
            tried = table.Items.Try(preparedBlock!);
            return;
        }

        if (table.Items.Get(PreparedKey) is not { } block)
            return;

        var old = ItemBlock.Read(block);
        try
        {
            if (Condition?.Holds(old) == false || Change(table.Schema, old) is not { } item)
                return;

            rehearsed = new WriteOutcome(table.Schema, old, item);
            preparedBlock ??= ItemBlock.Create(PreparedKey, item);
            tried = ReferenceEquals(old, item) ? null : table.Items.Try(preparedBlock);
            seen = block;
        }
        catch (DynamoError)
        {
            // Another writer may change the item before the turn of this one, so only Apply may refuse.
        }
    }

    /// <summary>Applies the write.</summary>
    /// <param name="batch">Where to write.</param>
    /// <param name="heat">What measures the write and may refuse it; null for nothing.</param>
    /// <param name="factor">How often the service writes the item: twice in transactions.</param>
    /// <exception cref="DynamoError">The condition does not hold, the item does not fit the write, or the write is throttled.</exception>
    public WriteOutcome Apply(WriteBatch batch, HeatMeter? heat, int factor = 1)
    {
        var table = batch.Catalog.Table(TableName);
        if (!IsPreparedFor(table.Schema))
            Prepare(table.Schema);

        var key = PreparedKey;
        var current = table.Items.Get(key);
        if (seen is not null && ReferenceEquals(current, seen))
        {
            heat?.Write(table.Schema, key, KeyHolder, rehearsed.Old, rehearsed.New, factor);
            if (!ReferenceEquals(rehearsed.Old, rehearsed.New))
                batch.Put(table, rehearsed.New!, preparedBlock!, tried);
            return rehearsed;
        }

        var old = current is null ? null : ItemBlock.Read(current);
        if (Condition is not null && !Condition.Holds(old ?? MapValue.Empty))
        {
            // The service charges for the write that did not happen.
            heat?.Write(table.Schema, key, KeyHolder, old, old, factor);
            throw new ConditionFailedError(ReturnItemOnFailure ? old : null);
        }

        var item = Change(table.Schema, old);
        heat?.Write(table.Schema, key, KeyHolder, old, item, factor);
        var isPrepared = HoldsItem && ReferenceEquals(item, KeyHolder);
        if (item is not null && !ReferenceEquals(item, old))
            batch.Put(table, item, isPrepared ? preparedBlock! : ItemBlock.Create(key, item), isPrepared ? tried : null);
        else if (item is null && old is not null)
            batch.Delete(table, key, old);
        return new WriteOutcome(table.Schema, old, item);
    }
}
