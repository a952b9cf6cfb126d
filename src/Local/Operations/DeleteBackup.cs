using DynamoToolkit.Local.Operations.Backups;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>DeleteBackup.</summary>
internal static class DeleteBackup
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var arn = BackupRequests.ReadArn(context.Body, constraints);
        constraints.ThrowIfAny();

        TableBackup? deleted = null;
        context.Write(batch =>
        {
            deleted = BackupRequests.Find(batch.Catalog, arn);
            batch.DeleteBackup(arn);
        });
        BackupDescription.WriteResponse(context.Json, deleted!, "DELETED");
    }
}
