using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>DeleteTable.</summary>
internal static class DeleteTable
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var name = TableConstraints.ReadOnlyName(context.Body);
        Table? deleted = null;
        context.Write(batch =>
        {
            deleted = batch.Catalog.NamedTable(name);
            if (deleted.Schema.DeletionProtected)
            {
                throw DynamoError.Validation(
                    "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
            }

            batch.Drop(name);
        });
        TableDescription.WriteDeleted(context.Json, deleted!);
    }
}
