using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads how tables and indexes are billed.</summary>
internal static class BillingReader
{
    private const long MaxUnits = 1_000_000_000_000;

    public static readonly string[] Modes = ["PROVISIONED", "PAY_PER_REQUEST"];
    public static readonly string[] TableClasses = ["STANDARD", "STANDARD_INFREQUENT_ACCESS"];

    /// <summary>Whether the requested billing mode is on demand; null if the request has none.</summary>
    public static bool? ReadMode(Fields fields) => fields.Text("BillingMode") is { } mode ? mode == "PAY_PER_REQUEST" : null;

    /// <summary>Reads the provisioned units of a table; null if they are absent.</summary>
    /// <param name="fields">The request.</param>
    /// <param name="onDemand">Whether the table is on demand and must not have provisioned units.</param>
    /// <param name="required">Whether a provisioned table must have units in this request.</param>
    public static Throughput? ReadThroughput(Fields fields, bool onDemand, bool required)
    {
        var throughput = ReadThroughput(fields);
        if (onDemand && throughput is not null)
            throw NotOnDemand();
        return onDemand || !required || throughput is not null
            ? throughput
            : throw DynamoError.InvalidParameter(
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
    }

    /// <summary>Reads provisioned units; null if they are absent.</summary>
    public static Throughput? ReadThroughput(Fields fields)
    {
        if (fields.Structure("ProvisionedThroughput") is not { } throughput)
            return null;

        return new Throughput(ReadUnits(throughput, "ReadCapacityUnits"), ReadUnits(throughput, "WriteCapacityUnits"));
    }

    /// <summary>The error of provisioned units for a table on demand.</summary>
    public static DynamoError NotOnDemand() => DynamoError.InvalidParameter(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");

    private static long ReadUnits(Fields throughput, string name)
    {
        var units = throughput.Whole(name) ?? 0;
        return units <= MaxUnits ? units : throw DynamoError.Validation($"Given value {units} for {name} is out of bounds");
    }
}
