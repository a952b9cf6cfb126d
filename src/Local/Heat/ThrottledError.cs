using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Heat;

/// <summary>
/// A request was throttled. The service's documentation shows a ProvisionedThroughputExceededException for a partition's limit in both
/// modes, and a ThrottlingException for what a table allows on demand.
/// </summary>
internal sealed class ThrottledError(Limit limit, bool isWrite, bool isIndex, string resource)
    : DynamoError(TypeOf(limit), MessageOf(limit))
{
    // The two errors spell the member differently, as the service's model does.
    private string ReasonsProperty => limit == Limit.OnDemand ? "throttlingReasons" : "ThrottlingReasons";

    /// <summary>The code of the reason for which a transaction is cancelled.</summary>
    public string CancellationCode => limit == Limit.OnDemand ? "ThrottlingError" : "ProvisionedThroughputExceeded";

    /// <summary>The error of a partition's limit that no request has reached.</summary>
    public static ThrottledError Injected(bool isWrite, string table) =>
        new(Limit.KeyRange, isWrite, isIndex: false, TableSchema.ArnPrefix + table);

    public override void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartArray(ReasonsProperty);
        json.WriteStartObject();
        json.WriteString("reason", Reason());
        json.WriteString("resource", resource);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string TypeOf(Limit limit) =>
        ServiceType(limit == Limit.OnDemand ? "ThrottlingException" : "ProvisionedThroughputExceededException");

    private static string MessageOf(Limit limit) => limit switch
    {
        Limit.OnDemand =>
            "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so "
            + "please try again shortly. If exceptions persist, check if you have a hot key.",
        Limit.Provisioned =>
            "The level of configured provisioned throughput for the table was exceeded. "
            + "Consider increasing your provisioning level with the UpdateTable API.",
        _ => "Throughput exceeds the current throughput limit of a partition of your table or index. Check if you have a hot key.",
    };

    private string Reason()
    {
        var part = limit switch
        {
            Limit.KeyRange => "KeyRangeThroughputExceeded",
            Limit.Provisioned => "ProvisionedThroughputExceeded",
            _ => "MaxOnDemandThroughputExceeded",
        };
        return (isIndex ? "Index" : "Table") + (isWrite ? "Write" : "Read") + part;
    }
}
