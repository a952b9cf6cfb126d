using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Operations.Direct;

/// <summary>PutItem without a condition that returns nothing.</summary>
internal static class DirectPut
{
    private static readonly KnownShapes Items = new();

    /// <summary>Answers a request, if it is a plain one.</summary>
    /// <param name="store">The tables.</param>
    /// <param name="body">The request.</param>
    /// <param name="response">Where to write the response.</param>
    /// <returns>
    /// A task that completes when the write will survive the process; null if the operation itself must answer. Nothing has been written
    /// then.
    /// </returns>
    public static Task? TryRun(Store store, ReadOnlyMemory<byte> body, WireBuffer response)
    {
        var item = DirectRequest.TryRead(body, "Item"u8, Items, canBeConsistent: false, out var tableName);
        if (item is null || item.ItemSize > ItemWrite.MaxItemBytes || store.Current.Tables.Find(tableName!) is not { } table)
            return null;

        if (TryPrepare(table, tableName!, item) is not { } put)
            return null;

        var durable = store.WriteAhead(static (batch, put) => put.Apply(batch), put);
        response.Write("{}"u8);
        return durable;
    }

    private static PreparedPut? TryPrepare(Table table, string tableName, MapValue item)
    {
        try
        {
            return PreparedPut.Of(table, tableName, item);
        }
        catch (DynamoError)
        {
            return null;
        }
    }
}
