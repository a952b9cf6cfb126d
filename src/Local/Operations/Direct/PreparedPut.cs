using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Direct;

/// <summary>
/// A put of a whole item without a condition, with all its work done but the exchange. A <see cref="PutWrite"/> without the fields that
/// only other writes need, because most writes are such puts.
/// </summary>
/// <param name="TableName">The table's name.</param>
/// <param name="Schema">The schema for which the put is prepared.</param>
/// <param name="Item">The item.</param>
/// <param name="Block">The item as the table keeps it (<see cref="ItemBlock"/>).</param>
/// <param name="Tried">The change of the table's items.</param>
internal readonly record struct PreparedPut(
    string TableName, TableSchema Schema, MapValue Item, byte[] Block, TreeChange<byte[], ItemBlock> Tried)
{
    /// <summary>Prepares a put. Null if the item does not have a key that the table can hold.</summary>
    /// <exception cref="Errors.DynamoError">The table's indexes can't hold the item.</exception>
    public static PreparedPut? Of(Table table, string tableName, MapValue item)
    {
        var schema = table.Schema;
        var key = new KeyBuilder(stackalloc byte[KeyEncoder.InitialLength]);
        try
        {
            if (!KeyEncoder.TryAppend(ref key, schema.Keys, item))
                return null;

            KeyRules.CheckIndexed(schema, item);
            var block = ItemBlock.Create(key.Written, item);
            return new PreparedPut(tableName, schema, item, block, table.Items.Try(block));
        }
        finally
        {
            key.Dispose();
        }
    }

    /// <summary>Applies the put.</summary>
    /// <exception cref="Errors.DynamoError">The table has changed, and can't hold the item.</exception>
    public void Apply(WriteBatch batch)
    {
        var table = batch.Catalog.Table(TableName);
        if (ReferenceEquals(table.Schema, Schema))
            batch.Put(table, Item, Block, Tried);
        else
            new PutWrite { TableName = TableName, KeyHolder = Item }.Apply(batch, heat: null);
    }
}
