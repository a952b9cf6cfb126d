using DynamoToolkit.Local.Operations.Backups;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>CreateBackup. The response reports CREATING, as the service's does, but the backup is complete at once.</summary>
internal static class CreateBackup
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var tableName = TableNames.Read(context.Body, constraints);
        var name = context.Body.Text("BackupName");
        constraints.NotNull("backupName", name is not null);
        constraints.Name("backupName", name);
        constraints.ThrowIfAny();

        TableBackup? backup = null;
        context.Write(batch =>
        {
            var table = BackupRequests.FindTable(batch.Catalog, tableName);
            var view = batch.Catalog.Streams.Enabled.GetValueOrDefault(tableName)?.View;
            backup = TableBackup.Of(table, view, name!, context.Now);
            batch.AddBackup(backup);
        });
        context.Json.WriteStartObject();
        BackupDescription.WriteDetails(context.Json, backup!, "CREATING");
        context.Json.WriteEndObject();
    }
}
