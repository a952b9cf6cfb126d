using DynamoToolkit.Local.Operations.Backups;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeContinuousBackups.</summary>
internal static class DescribeContinuousBackups
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var name = TableNames.Read(context.Body, constraints);
        constraints.ThrowIfAny();
        var table = BackupRequests.FindTable(context.Catalog, name);
        ContinuousBackups.WriteResponse(context.Json, table.Schema.PointInTime, context.Now);
    }
}
