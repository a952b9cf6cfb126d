using DynamoToolkit.Local.Operations.Backups;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeBackup.</summary>
internal static class DescribeBackup
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var arn = BackupRequests.ReadArn(context.Body, constraints);
        constraints.ThrowIfAny();
        BackupDescription.WriteResponse(context.Json, BackupRequests.Find(context.Catalog, arn), "AVAILABLE");
    }
}
