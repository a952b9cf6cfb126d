using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Backups;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>RestoreTableFromBackup. The response reports CREATING, as the service's does, but the table is ready at once.</summary>
internal static class RestoreTableFromBackup
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var name = fields.Text("TargetTableName");
        constraints.NotNull("targetTableName", name is not null);
        constraints.Name("targetTableName", name);
        var arn = BackupRequests.ReadArn(fields, constraints);
        RestoredSchema.CheckConstraints(fields, constraints);
        constraints.ThrowIfAny();

        var backup = BackupRequests.Find(context.Catalog, arn);
        CheckFree(context.Catalog, name!);

        // The indexes are built while others write.
        var table = Table.Create(RestoredSchema.Read(fields, backup, name!, context.Now), backup.Items, backup.Bytes);
        context.Write(batch =>
        {
            BackupRequests.Find(batch.Catalog, arn);
            CheckFree(batch.Catalog, name!);
            batch.Restore(arn, table);
        });
        TableDescription.WriteResponse(context.Json, "TableDescription", table, "CREATING", stream: null);
    }

    private static void CheckFree(Catalog catalog, string name)
    {
        if (catalog.Tables.Find(name) is not null)
            throw DynamoError.TableAlreadyExists(name);
    }
}
