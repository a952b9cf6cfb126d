using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads how a table is billed, and refuses what this engine does not do.</summary>
internal static class BillingReader
{
    public static readonly string[] Modes = ["PROVISIONED", "PAY_PER_REQUEST"];
    public static readonly string[] TableClasses = ["STANDARD", "STANDARD_INFREQUENT_ACCESS"];

    /// <summary>The provisioned units of a new table.</summary>
    public static Throughput Read(Fields fields, bool onDemand)
    {
        var throughput = IndexReader.ReadThroughput(fields);
        if (onDemand && throughput is not null)
            throw DynamoError.InvalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        if (!onDemand && throughput is null)
            throw DynamoError.InvalidParameter("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        return throughput ?? Throughput.None;
    }

    /// <summary>Refuses a stream, rather than to promise one that never has a record.</summary>
    public static void RefuseStreams(Fields fields)
    {
        if (fields.Structure("StreamSpecification") is { } stream && stream.IsSet("StreamEnabled"))
            throw DynamoError.InvalidParameter("StreamSpecification: this engine has no streams yet");
    }
}
