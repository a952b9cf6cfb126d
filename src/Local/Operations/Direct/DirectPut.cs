using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
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
        if (item is null || item.ItemSize > ItemWrite.MaxItemBytes || !store.Current.Tables.TryGetValue(tableName!, out var table))
            return null;

        var write = new PutWrite { TableName = tableName!, KeyHolder = item };
        try
        {
            write.Prepare(table);
        }
        catch (DynamoError)
        {
            return null;
        }

        var durable = store.Write(static (batch, write) => write.Put(batch), write);
        response.Write("{}"u8);
        return durable;
    }
}
