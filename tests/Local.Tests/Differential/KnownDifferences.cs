using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>
/// All ways in which DynamoDB Local of early 2020 is known to differ from the service. Where its documentation says nothing, the
/// conformance suite decides, whose authors check it against the service.
/// </summary>
internal static class KnownDifferences
{
    private const string Transaction = "TransactionCanceledException";

    private static readonly (string Reason, Func<Difference, bool> Fits)[] All =
    [
        ("Capacity: a read of nothing costs the minimum, in DynamoDB Local nothing.", static difference =>
            difference.IsCapacity && difference.Request.Operation is "Query" or "Scan" or "BatchGetItem" && Units(difference) > 0),
        ("Capacity: DynamoDB Local counts a deletion of a missing item in a batch twice.", static difference =>
            difference.IsCapacity && difference.Request.Operation == "BatchWriteItem" && Units(difference) < 0),
        ("Capacity: DynamoDB Local counts transactions twice more, or for another table.", static difference =>
            difference.IsCapacity && difference.Request.Operation == "TransactWriteItems"),
        ("Capacity: DynamoDB Local leaves out the read units of the table in a transaction.", static difference =>
            difference.IsCapacity && difference.Request.Operation == "TransactGetItems" && Units(difference) == 0),
        ("Capacity: DynamoDB Local reports it for a deletion without being asked.", static difference =>
            difference.IsCapacity && difference.Request.Operation == "DeleteItem" && difference.Ours.Capacity.Length == 0),
        ("An update that only removes leaves a missing item missing.", static difference =>
            difference.Ours.IsOk && OnlyRemoves(difference.Request)
            && (difference.Theirs.IsOk || difference.Theirs.Message.StartsWith("The document path", StringComparison.Ordinal))),
        ("DynamoDB Local does not check what a projection or Select takes from an index that lacks it.", static difference =>
            OursSays(difference, "does not project") || OursSays(difference, "is not supported for global secondary index")),
        ("A filter may name attributes that an index does not project; they are missing there.", static difference =>
            TheirsSays(difference, "does not project one or more filter attributes")),
        ("DynamoDB Local does not check the index keys that an update leaves.", static difference => difference.Theirs.IsOk
            && difference.Request.Operation is "UpdateItem" or "TransactWriteItems"
            && (OursSays(difference, "secondary index key to unsupported type") || OursSays(difference, "Type mismatch for Index Key")
                || OursSays(difference, "Aggregated size of all range keys"))),
        ("DynamoDB Local fails with an internal error.", static difference =>
            difference.Theirs.ErrorType is "InternalFailure" or "NotJson"),
        ("A query of a table without sort key has one page, so it takes no start key.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "The provided exclusive start key is invalid")),
        ("DynamoDB Local leaves out the metrics of some item collections.", static difference =>
            difference.Ours.IsOk && difference.Theirs.IsOk && difference.Ours.Body.ContainsKey("ItemCollectionMetrics")
            && !difference.Theirs.Body.ContainsKey("ItemCollectionMetrics")),
        ("CONTAINS and NOT_CONTAINS take a string, a number or a binary.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "CONTAINS is not valid for")),
        ("An update in a transaction needs an UpdateExpression.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "update.updateExpression' failed to satisfy constraint")),
        ("A start key may be the last key of the range.", static difference =>
            difference.Ours.IsOk && TheirsSays(difference, "The provided starting key does not match the range key predicate")),
        ("Keys that are equal as numbers are the same key; DynamoDB Local compares their text.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "cannot include multiple operations on one item")),
        ("DynamoDB Local accepts an empty token.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "'clientRequestToken' failed to satisfy constraint")),
        ("Numbers consist of ASCII digits; DynamoDB Local accepts the digits of other scripts.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "cannot be converted to a numeric value: ١")),
        ("DynamoDB Local converts members of the wrong JSON type.", static difference =>
            difference.Ours.ErrorType == "SerializationException"),
        ("A list of attributes to get is not empty.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "'attributesToGet' failed to satisfy constraint")),
        ("DynamoDB Local allows deeper values in AttributeUpdates.", static difference =>
            difference.Theirs.IsOk && difference.Request.Body.ContainsKey("AttributeUpdates") && OursSays(difference, "Nesting Levels")),
        ("DynamoDB Local remembers the token of a transaction that it refused.", static difference =>
            difference.Request.Body.ContainsKey("ClientRequestToken")
            && difference.Theirs.ErrorType == "IdempotentParameterMismatchException"),
        ("A mistake that needs the table or the item cancels a transaction; DynamoDB Local reports it alone.", static difference =>
            difference.Ours.ErrorType == Transaction && difference.Request.Operation.StartsWith("Transact", StringComparison.Ordinal)
            && (difference.Theirs.ErrorType == "ValidationException" || difference.Theirs.ErrorType == Transaction)),
        ("The same error in other words.", static difference => Wordings.Pair(difference.Ours, difference.Theirs)),
    ];

    /// <summary>Whether the state of the reference may no longer be that of the engine, even if both answered the same.</summary>
    public static bool MayDiverge(Request request) => OnlyRemoves(request);

    /// <summary>The reason for a difference; null if it has none.</summary>
    public static string? Explain(Difference difference) => Array.Find(All, known => known.Fits(difference)).Reason;

    private static bool OursSays(Difference difference, string text) => difference.Ours.Text.Contains(text, StringComparison.Ordinal);

    private static bool TheirsSays(Difference difference, string text) =>
        difference.Theirs.Message.Contains(text, StringComparison.Ordinal);

    // How many units the engine counts more.
    private static double Units(Difference difference) => Units(difference.Ours.Body) - Units(difference.Theirs.Body);

    private static double Units(JsonObject body) => body["ConsumedCapacity"] switch
    {
        JsonArray tables => tables.Sum(static table => (double)table!["CapacityUnits"]!),
        JsonObject table => (double)table["CapacityUnits"]!,
        _ => 0,
    };

    private static bool OnlyRemoves(Request request) => request.Operation switch
    {
        "UpdateItem" => OnlyRemoves(request.Body),
        "TransactWriteItems" => request.Body["TransactItems"] is JsonArray actions
            && actions.Any(static action => action!["Update"] is JsonObject update && OnlyRemoves(update)),
        _ => false,
    };

    private static bool OnlyRemoves(JsonObject update)
    {
        if (update["AttributeUpdates"] is JsonObject updates)
            return updates.All(static attribute => (string?)attribute.Value!["Action"] == "DELETE");

        var expression = update["UpdateExpression"]?.ToJsonString() ?? "";
        return !expression.Contains("SET ", StringComparison.OrdinalIgnoreCase)
            && !expression.Contains("ADD ", StringComparison.OrdinalIgnoreCase);
    }
}
