namespace DynamoToolkit.Local.Schema;

/// <summary>The setting of continuous backups. The engine keeps and reports it.</summary>
/// <param name="Since">When it was turned on.</param>
/// <param name="Days">How many days back a table could be restored.</param>
internal sealed record PointInTimeRecovery(DateTimeOffset Since, int Days);
