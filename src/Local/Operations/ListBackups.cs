using DynamoToolkit.Local.Operations.Backups;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>ListBackups, in the order of the resource names: by table, then by time. The list of a missing table is empty.</summary>
internal static class ListBackups
{
    private const int MaxBackups = 100;
    private static readonly string[] Types = ["USER", "SYSTEM", "AWS_BACKUP", "ALL"];

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var table = TableNames.FromResource(fields.Text("TableName"));
        constraints.Name("tableName", table, minLength: 1);
        var start = fields.Text("ExclusiveStartBackupArn");
        BackupRequests.CheckArn(constraints, "exclusiveStartBackupArn", start);
        var limit = fields.Whole("Limit");
        constraints.AtLeast("limit", limit, 1);
        constraints.AtMost("limit", limit, MaxBackups);
        var type = fields.Text("BackupType") ?? "USER";
        constraints.OneOf("backupType", type, Types);
        constraints.ThrowIfAny();

        // The lower bound of time is inclusive, the upper one is not.
        var (from, to) = (fields.Time("TimeRangeLowerBound"), fields.Time("TimeRangeUpperBound"));
        var found = context.Catalog.Backups.Values
            .Where(backup => table is null || backup.Schema.Name == table)
            .Where(backup => start is null || string.CompareOrdinal(backup.Arn, start) > 0)
            .Where(backup => (from is null || backup.Created >= from) && (to is null || backup.Created < to))
            .Where(_ => type is "USER" or "ALL")
            .ToList();
        Write(context, found, (int)(limit ?? MaxBackups));
    }

    private static void Write(OperationContext context, List<TableBackup> found, int limit)
    {
        var json = context.Json;
        var page = found.Take(limit).ToList();
        json.WriteStartObject();
        json.WriteStartArray("BackupSummaries");
        foreach (var backup in page)
        {
            json.WriteStartObject();
            json.WriteString("TableName", backup.Schema.Name);
            json.WriteString("TableId", backup.Schema.Id.ToString());
            json.WriteString("TableArn", backup.Schema.Arn);
            BackupDescription.WriteState(json, backup, "AVAILABLE");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (page.Count < found.Count)
            json.WriteString("LastEvaluatedBackupArn", page[^1].Arn);
        json.WriteEndObject();
    }
}
