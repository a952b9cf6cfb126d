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
    public static bool? ReadMode(Fields fields, string parameter = "BillingMode") =>
        fields.Text(parameter) is { } mode ? mode == "PAY_PER_REQUEST" : null;

    /// <summary>Reads the provisioned units of a new table, which has them unless it is on demand.</summary>
    public static Throughput ReadThroughput(Fields fields, bool onDemand) => Check(ReadThroughput(fields), onDemand);

    /// <summary>Checks that a table has provisioned units unless it is on demand.</summary>
    public static Throughput Check(Throughput? throughput, bool onDemand)
    {
        if (onDemand && throughput is not null)
            throw NotOnDemand();
        if (!onDemand && throughput is null)
        {
            throw DynamoError.InvalidParameter(
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        }

        return throughput ?? Throughput.None;
    }

    /// <summary>Reads provisioned units; null if they are absent.</summary>
    public static Throughput? ReadThroughput(Fields fields, string parameter = "ProvisionedThroughput")
    {
        if (fields.Structure(parameter) is not { } throughput)
            return null;

        return new Throughput(ReadUnits(throughput, "ReadCapacityUnits"), ReadUnits(throughput, "WriteCapacityUnits"));
    }

    /// <summary>The error of provisioned units for a table on demand.</summary>
    public static DynamoError NotOnDemand() => DynamoError.InvalidParameter(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");

    /// <summary>The error of provisioned units that are what they are already.</summary>
    /// <param name="what">"table", or "index" and the index's name.</param>
    /// <param name="throughput">The units.</param>
    public static DynamoError Unchanged(string what, Throughput throughput)
    {
        var kind = what.Split(' ')[0];
        return DynamoError.Validation(
            $"The provisioned throughput for the {what} will not change. The requested value equals the current value. "
            + $"Current ReadCapacityUnits provisioned for the {kind}: {throughput.Read}. "
            + $"Requested ReadCapacityUnits: {throughput.Read}. Current WriteCapacityUnits provisioned for the {kind}: {throughput.Write}. "
            + $"Requested WriteCapacityUnits: {throughput.Write}. "
            + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.");
    }

    private static long ReadUnits(Fields throughput, string name)
    {
        var units = throughput.Whole(name) ?? 0;
        return units <= MaxUnits ? units : throw DynamoError.Validation($"Given value {units} for {name} is out of bounds");
    }
}
