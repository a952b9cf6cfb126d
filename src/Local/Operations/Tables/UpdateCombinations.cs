using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Which changes one UpdateTable can make: at least one, and some only alone.</summary>
internal static class UpdateCombinations
{
    private const string IndexUpdates = "GlobalSecondaryIndexUpdates";

    private static readonly string[] Changes =
    [
        "ProvisionedThroughput", "BillingMode", IndexUpdates, VectorIndexUpdates.Parameter, "StreamSpecification", "SSESpecification",
        "DeletionProtectionEnabled", "TableClass",
    ];

    private static readonly (string Parameter, string Name)[] Alone =
    [
        ("SSESpecification", "Server-Side Encryption"), ("TableClass", "TableClass"), ("DeletionProtectionEnabled", "DeletionProtection"),
    ];

    /// <summary>Checks which changes the request has.</summary>
    public static void Check(Fields fields)
    {
        var given = Array.FindAll(Changes, fields.Has);
        if (given.Length == 0)
        {
            throw DynamoError.Validation(
                "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, "
                + "ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, "
                + "OnDemandThroughput, WarmThroughput or TableClass is required");
        }

        foreach (var (parameter, name) in Alone)
        {
            if (given.Length > 1 && fields.Has(parameter))
                throw DynamoError.InvalidParameter($"{name} modification must be the only operation in the request");
        }

        foreach (var parameter in (string[])[IndexUpdates, VectorIndexUpdates.Parameter])
        {
            if (fields.Has(parameter) && fields.Structures(parameter).Count == 0)
                throw DynamoError.InvalidParameter($"List of {parameter} is empty");
        }

        if (fields.Structure("SSESpecification") is { } encryption && !encryption.IsSet("Enabled"))
            throw DynamoError.InvalidParameter("Table is already encrypted by default");

        CheckIndexChange(fields);
    }

    private static void CheckIndexChange(Fields fields)
    {
        if (!fields.Has(VectorIndexUpdates.Parameter) && Tables.IndexUpdates.CountCreatedAndDeleted(fields) == 0)
            return;
        if (fields.Has("ProvisionedThroughput"))
            throw DynamoError.InvalidParameter("You cannot create or delete index while updating table IOPS");
        if (fields.Has("StreamSpecification"))
            throw DynamoError.InvalidParameter("You cannot create or delete index while changing stream status");
    }
}
