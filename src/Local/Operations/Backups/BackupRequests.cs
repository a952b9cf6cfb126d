using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations.Backups;

/// <summary>Reads what the requests about backups share.</summary>
internal static class BackupRequests
{
    private const int MinArnLength = 37;
    private const int MaxArnLength = 1024;

    /// <summary>Reads <c>BackupArn</c>.</summary>
    public static string ReadArn(Fields fields, Constraints constraints)
    {
        var arn = fields.Text("BackupArn");
        constraints.NotNull("backupArn", arn is not null);
        CheckArn(constraints, "backupArn", arn);
        return arn ?? "";
    }

    /// <summary>Checks the length of a backup's resource name.</summary>
    public static void CheckArn(Constraints constraints, string path, string? arn) =>
        constraints.Length(path, arn, MinArnLength, MaxArnLength);

    /// <summary>The backup with this resource name.</summary>
    /// <exception cref="DynamoError">There is none.</exception>
    public static TableBackup Find(Catalog catalog, string arn) =>
        catalog.Backups.GetValueOrDefault(arn) ?? throw DynamoError.BackupNotFound(arn);

    /// <summary>The table with this name.</summary>
    /// <exception cref="DynamoError">There is none.</exception>
    public static Table FindTable(Catalog catalog, string name) =>
        catalog.Tables.Find(name) ?? throw DynamoError.TableNotFound(name);
}
