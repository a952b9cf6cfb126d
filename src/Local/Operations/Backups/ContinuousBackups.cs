using System.Text.Json;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Operations.Backups;

/// <summary>Writes the setting of continuous backups.</summary>
internal static class ContinuousBackups
{
    // The service can restore a table to a moment up to five minutes ago.
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);

    /// <summary>Writes a response that consists of the setting.</summary>
    public static void WriteResponse(Utf8JsonWriter json, PointInTimeRecovery? recovery, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteStartObject("ContinuousBackupsDescription");
        json.WriteString("ContinuousBackupsStatus", "ENABLED");
        json.WriteStartObject("PointInTimeRecoveryDescription");
        json.WriteString("PointInTimeRecoveryStatus", recovery is null ? "DISABLED" : "ENABLED");
        if (recovery is not null)
        {
            var earliest = Later(recovery.Since, now - TimeSpan.FromDays(recovery.Days));
            json.WriteNumber("RecoveryPeriodInDays", recovery.Days);
            json.WriteNumber("EarliestRestorableDateTime", TableDescription.Seconds(earliest));
            json.WriteNumber("LatestRestorableDateTime", TableDescription.Seconds(Later(earliest, now - Delay)));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
