using System.Text.Json;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>Requests for backups of tables.</summary>
internal static class BackupRequests
{
    /// <summary>Makes a backup. Returns its resource name.</summary>
    public static async Task<string> BackUpAsync(this LocalDynamo engine, string table = "tab", string name = "backup")
    {
        var made = await engine.OkAsync("CreateBackup", $$"""{"TableName":"{{table}}","BackupName":"{{name}}"}""");
        return made.GetProperty("BackupDetails").GetProperty("BackupArn").GetString()!;
    }

    /// <summary>Restores a table from a backup.</summary>
    public static Task<JsonElement> RestoreAsync(this LocalDynamo engine, string arn, string name = "new", string members = "") =>
        engine.OkAsync("RestoreTableFromBackup", RestoreRequest(arn, name, members));

    /// <summary>A request for a table from a backup.</summary>
    public static string RestoreRequest(string arn, string name, string members = "") =>
        $$"""{"BackupArn":"{{arn}}","TargetTableName":"{{name}}"{{members}} }""";
}
