namespace DynamoToolkit.Local.Schema;

/// <summary>The backup from which a table was restored.</summary>
/// <param name="BackupArn">The backup's resource name.</param>
/// <param name="TableArn">The resource name of the table that it is a backup of.</param>
/// <param name="Time">When the table was restored.</param>
internal sealed record RestoreSource(string BackupArn, string TableArn, DateTimeOffset Time);
