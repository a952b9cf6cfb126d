using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Operations.Direct;

/// <summary>GetItem of a whole item.</summary>
internal static class DirectGet
{
    private static readonly KnownShapes Keys = new();

    /// <summary>Answers a request, if it is a plain one.</summary>
    /// <returns>False if the operation itself must answer. Nothing has been written then.</returns>
    public static bool TryRun(Store store, ReadOnlyMemory<byte> body, WireBuffer response)
    {
        var key = DirectRequest.TryRead(body, "Key"u8, Keys, canBeConsistent: true, out var tableName);
        if (key is null
            || store.Current.Tables.Find(tableName!) is not { } table
            || KeyRules.TryEncodeKey(table.Schema.Keys, key) is not { } encoded)
        {
            return false;
        }

        var item = table.Find(encoded);
        response.Write(item is null ? "{}"u8 : "{\"Item\":"u8);
        if (item is not null)
        {
            item.WriteTo(response);
            response.Write("}"u8);
        }

        return true;
    }
}
