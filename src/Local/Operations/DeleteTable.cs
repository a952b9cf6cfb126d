using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>DeleteTable.</summary>
internal static class DeleteTable
{
    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var name = TableConstraints.ReadName(context.Body, constraints);
        constraints.ThrowIfAny();
        Table? deleted = null;
        context.Write(batch =>
        {
            deleted = batch.Catalog.Tables.GetValueOrDefault(name) ?? throw DynamoError.TableNotFound(name);
            if (deleted.Schema.DeletionProtected)
                throw DynamoError.Validation($"Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
            batch.Drop(name);
        });
        TableDescription.WriteResponse(context.Json, "TableDescription", deleted!, "DELETING");
    }
}
