using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>
/// All ways in which DynamoDB Local of early 2020 is known to differ from the service. Where its documentation says nothing, the
/// conformance suite decides, whose authors check it against the service.
/// </summary>
internal static class KnownDifferences
{
    private const string Transaction = "TransactionCanceledException";
    private const int MaxLevels = 32;

    private static readonly (string Reason, Func<Difference, bool> Fits)[] All =
    [
        .. CapacityDifferences.All,
        ("An update that only removes leaves a missing item missing.", static difference => difference.IsMissing
            && (difference.Ours.IsOk || difference.Ours.ErrorType == Transaction)
            && (difference.Theirs.IsOk || difference.Theirs.Message.StartsWith("The document path", StringComparison.Ordinal))),
        ("UPDATED_OLD and UPDATED_NEW have only the paths of the update; DynamoDB Local returns the whole attributes.", static difference =>
            difference.Request.Operation == "UpdateItem" && difference.Ours.IsOk && difference.Theirs.IsOk
            && (string?)difference.Request.Body["ReturnValues"] is "UPDATED_OLD" or "UPDATED_NEW"
            && difference.Ours.Capacity == difference.Theirs.Capacity
            && UpdateRequests.IsPart(difference.Ours.Body["Attributes"], difference.Theirs.Body["Attributes"])),
        ("The order of index entries with equal keys is left open.", static difference => difference.IsOrder),
        ("A page that ends at its limit has a last key, also at the end of the range.", static difference =>
            difference.Request.Operation == "Query" && difference.Ours.IsOk && difference.Theirs.IsOk
            && (int?)difference.Request.Body["Limit"] == (int)difference.Ours.Body["ScannedCount"]!
            && difference.Ours.Body.ContainsKey("LastEvaluatedKey") && !difference.Theirs.Body.ContainsKey("LastEvaluatedKey")
            && Without(difference.Ours, "LastEvaluatedKey") == difference.Theirs.Text),
        ("CreateTable refuses provisioned units on demand and unused definitions.", static difference => difference.Theirs.IsOk
            && difference.Request.Operation == "CreateTable"
            && (OursSays(difference, "Neither ReadCapacityUnits nor") || OursSays(difference, "Some AttributeDefinitions are not used"))),
        ("begins_with of binaries: DynamoDB Local also returns shorter keys.", static difference =>
            difference.Request.Operation == "Query" && difference.Ours.IsOk && difference.Theirs.IsOk
            && (string?)difference.Request.Body["TableName"] == "bytes"
            && (Names(difference, "KeyConditionExpression", "begins_with") || Names(difference, "KeyConditions", "BEGINS_WITH"))
            && (int)difference.Ours.Body["ScannedCount"]! < (int)difference.Theirs.Body["ScannedCount"]!),
        ("begins_with of texts: DynamoDB Local takes upper case for lower case.", static difference =>
            difference.Request.Operation == "Query" && difference.Ours.IsOk && difference.Theirs.IsOk
            && (Names(difference, "KeyConditionExpression", "begins_with") || Names(difference, "KeyConditions", "BEGINS_WITH"))
            && Canonical.Plain(difference.Request.Body) is var text && (text.Contains("\"A\"", StringComparison.Ordinal)
                || text.Contains("\"a", StringComparison.Ordinal) || text.Contains("Größe", StringComparison.Ordinal))
            && (int)difference.Ours.Body["ScannedCount"]! < (int)difference.Theirs.Body["ScannedCount"]!),
        ("The key of an index entry has no parts, also in a check of a transaction.", static difference =>
            (difference.Theirs.IsOk || TheirsSays(difference, "ConditionalCheckFailed"))
            && OursSays(difference, "Key attributes must be scalars") && difference.Request.Operation == "TransactWriteItems"),
        ("A syntax error quotes whole characters, also those beyond the BMP.", static difference =>
            OursSays(difference, "Syntax error; token: ") && TheirsSays(difference, "\uFFFD")),
        ("SIZE is a reserved word; DynamoDB Local accepts it as a name.", static difference =>
            OursSays(difference, "reserved keyword: size")),
        ("Key conditions are checked for the sizes of keys.", static difference => difference.Theirs.IsOk
            && difference.Request.Operation is "Query" or "Scan"
            && (OursSays(difference, "Size of hashkey") || OursSays(difference, "Aggregated size of all range keys"))),
        ("A start key lies in the segment of its hash, and the hashes differ.", static difference =>
            difference.Request.Operation == "Scan" && difference.Request.Body.ContainsKey("Segment")
            && difference.Request.Body.ContainsKey("ExclusiveStartKey")
            && (TheirsSays(difference, "Exclusive start key must lie within the segment")
                || OursSays(difference, "Please use ExclusiveStartKey with correct Segment"))),
        ("DynamoDB Local does not check what a projection or Select takes from an index that lacks it.", static difference =>
            OursSays(difference, "does not project") || OursSays(difference, "is not supported for global secondary index")),
        ("A filter may name attributes that an index does not project; they are missing there.", static difference =>
            TheirsSays(difference, "does not project one or more filter attributes") || IsFilteredIndex(difference)),
        ("DynamoDB Local does not check the index keys that an update leaves.", static difference => difference.Theirs.IsOk
            && difference.Request.Operation is "UpdateItem" or "TransactWriteItems"
            && (OursSays(difference, "secondary index key to unsupported type") || OursSays(difference, "Type mismatch for Index Key")
                || OursSays(difference, "Aggregated size of all range keys")
                || OursSays(difference, "Size of hashkey has exceeded the maximum size limit"))),
        ("DynamoDB Local fails with an internal error.", static difference => difference.Theirs.IsBroken),
        ("A query of a table without sort key has one page, so it takes no start key.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "The provided exclusive start key is invalid")),
        ("DynamoDB Local leaves out the metrics of some item collections.", static difference =>
            difference.Ours.IsOk && difference.Theirs.IsOk && difference.Ours.Body.ContainsKey("ItemCollectionMetrics")
            && Without(difference.Ours, "ItemCollectionMetrics") == Without(difference.Theirs, "ItemCollectionMetrics")),
        ("CONTAINS and NOT_CONTAINS take a string, a number or a binary.", static difference =>
            (difference.Theirs.IsOk || difference.Theirs.ErrorType == "ConditionalCheckFailedException")
            && OursSays(difference, "CONTAINS is not valid for")),
        ("DynamoDB Local checks the depth of values only where it stores them.", static difference =>
            OursSays(difference, "ExpressionAttributeValues contains invalid value: Nesting Levels have exceeded")
            && !TheirsSays(difference, "Nesting Levels") && Depth(difference.Request.Body) > 2 * MaxLevels),
        ("A negative segment and no segments: DynamoDB Local names another limit.", static difference =>
            (OursSays(difference, "Value '-1' at 'segment'") || OursSays(difference, "Value '0' at 'totalSegments'"))
            && TheirsSays(difference, "at 'segment' failed to satisfy constraint: Member must have value less than or equal to")),
        ("TransactGetItems checks the names of tables.", static difference => difference.Request.Operation == "TransactGetItems"
            && OursSays(difference, "Invalid table/index name") && TheirsSays(difference, "non-existent table")),
        ("DynamoDB Local reports an unknown ReturnConsumedCapacity as a missing key.", static difference =>
            OursSays(difference, "at 'returnConsumedCapacity' failed") && TheirsSays(difference, "Cannot have null key for GetItem")),
        ("Values of expressions may be empty; DynamoDB Local is older than that.", static difference => !difference.Ours.IsOk
            && TheirsSays(difference, "ExpressionAttributeValues contains invalid value")
            && TheirsSays(difference, "An AttributeValue may not contain an empty string")
            && difference.Ours.Message.Contains("The BETWEEN operator requires upper bound", StringComparison.Ordinal)),
        ("DynamoDB Local does not check ReturnItemCollectionMetrics of a transaction.", static difference =>
            difference.Request.Operation == "TransactWriteItems" && OursSays(difference, "at 'returnItemCollectionMetrics' failed")
            && (difference.Theirs.IsOk || difference.Theirs.ErrorType == Transaction)),
        ("An update in a transaction needs an UpdateExpression.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "update.updateExpression' failed to satisfy constraint")),
        ("A start key may be the last key of the range.", static difference =>
            difference.Ours.IsOk && TheirsSays(difference, "The provided starting key does not match the range key predicate")),
        ("Keys that are equal as numbers are the same key; DynamoDB Local compares their text.", static difference =>
            difference.Theirs.IsOk && (OursSays(difference, "cannot include multiple operations on one item")
                || OursSays(difference, "Provided list of item keys contains duplicates"))),
        ("A transaction has up to 100 actions, in DynamoDB Local 10.", static difference =>
            TheirsSays(difference, "Member must have length less than or equal to 10")
            && difference.Request.Body["TransactItems"] is JsonArray { Count: > 10 }),
        ("The empty text is none of the values of an enumeration.", static difference => difference.Theirs.IsOk
            && OursSays(difference, "Value '' at") && OursSays(difference, "Member must satisfy enum value set")),
        ("DynamoDB Local accepts an empty token.", static difference =>
            difference.Theirs.IsOk && OursSays(difference, "'clientRequestToken' failed to satisfy constraint")),
        ("Numbers consist of ASCII digits; DynamoDB Local accepts the digits of other scripts.", static difference =>
            OursSays(difference, "cannot be converted to a numeric value: ١")),
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
            difference.Ours.ErrorType == Transaction
            && difference.Ours.Reasons.Any(reason => reason is not null && IsSameMistake(reason, difference.Theirs))),
        ("The actions after a mistake have no reason.", static difference => difference.Ours.ErrorType == Transaction
            && difference.Theirs.ErrorType == Transaction && difference.Ours.Reasons.Count == difference.Theirs.Reasons.Count
            && difference.Ours.Reasons.Zip(difference.Theirs.Reasons).All(static pair => pair.First is null
                || (pair.Second is null ? IsIndexKey(pair.First) : IsSameReason(pair.First, pair.Second)))),
        ("The constraints of the API's model are checked first; DynamoDB Local checks some later, or not at all.",
            EvidentMistakes.AreConstraints),
        ("Of several mistakes, each reports another: the request shows that of the engine.", EvidentMistakes.AreThere),
        ("DynamoDB Local looks at the names of tables before it reads the expressions of a transaction.", static difference =>
            difference.Request.Operation == "TransactWriteItems" && difference.Ours.Message.StartsWith("Invalid ", StringComparison.Ordinal)
            && difference.Ours.Message.Contains("Expression: ", StringComparison.Ordinal)
            && TheirsSays(difference, "Invalid table/index name")),
        ("An index of a table on demand has no provisioned units.", static difference => difference.Request.Operation == "CreateTable"
            && (string?)difference.Request.Body["BillingMode"] == "PAY_PER_REQUEST"
            && OursSays(difference, "ProvisionedThroughput should not be specified for index")
            && difference.Request.Body["GlobalSecondaryIndexes"] is JsonArray indexes
            && indexes.Any(static index => index!["ProvisionedThroughput"] is not null)),
        ("UpdateTable keeps the definitions that keys use; DynamoDB Local keeps all.", static difference =>
            difference.Request.Operation == "UpdateTable" && HasMoreDefinitions(difference)
            && Without(Table(difference.Ours), "AttributeDefinitions") == Without(Table(difference.Theirs), "AttributeDefinitions")),
        ("DeleteTable describes the table briefly; DynamoDB Local now and then as a whole.", static difference =>
            difference.Request.Operation == "DeleteTable" && difference.Ours.IsOk && difference.Theirs.IsOk
            && Table(difference.Ours).Body.All(ours => Canonical.Text(new JsonObject { [ours.Key] = ours.Value!.DeepClone() })
                == Canonical.Text(new JsonObject { [ours.Key] = Table(difference.Theirs).Body[ours.Key]?.DeepClone() }))),
        ("The same error in other words.", static difference => Wordings.Pair(difference.Ours, difference.Theirs)),
    ];

    /// <summary>The reason for a difference; null if it has none.</summary>
    public static string? Explain(Difference difference) => Array.Find(All, known => known.Fits(difference)).Reason;

    private static bool OursSays(Difference difference, string text) => difference.Ours.Text.Contains(text, StringComparison.Ordinal);

    private static bool Names(Difference difference, string member, string text) =>
        difference.Request.Body[member]?.ToJsonString().Contains(text, StringComparison.Ordinal) == true;

    private static bool TheirsSays(Difference difference, string text) =>
        difference.Theirs.Message.Contains(text, StringComparison.Ordinal);

    // DynamoDB Local applies the filter to the item instead of the index entry.
    private static bool IsFilteredIndex(Difference difference)
    {
        var body = difference.Request.Body;
        return difference.Ours.IsOk && difference.Theirs.IsOk && (body.ContainsKey("FilterExpression") || body.ContainsKey("ScanFilter"))
            && Array.Exists(TableShape.All, table => table.Name == (string?)body["TableName"]
                && Array.Exists(table.Indexes, index => index.Name == (string?)body["IndexName"] && index.Projection != "ALL"));
    }

    private static string Without(Answer answer, string member)
    {
        var body = answer.Body.DeepClone().AsObject();
        body.Remove(member);
        return (answer with { Body = body }).Text;
    }

    private static Answer Table(Answer answer) => answer with { Body = answer.Body["TableDescription"]!.AsObject() };

    private static bool HasMoreDefinitions(Difference difference) =>
        difference.Ours.IsOk && difference.Theirs.IsOk
        && difference.Ours.Body["TableDescription"]?["AttributeDefinitions"] is JsonArray ours
        && difference.Theirs.Body["TableDescription"]?["AttributeDefinitions"] is JsonArray theirs
        && ours.All(definition => theirs.Any(other => JsonNode.DeepEquals(definition, other)));

    private static int Depth(JsonNode? node) => node switch
    {
        JsonObject members => 1 + members.Select(static member => Depth(member.Value)).DefaultIfEmpty().Max(),
        JsonArray elements => 1 + elements.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static bool IsSameMistake(Answer reason, Answer theirs)
    {
        var ours = reason.ErrorType == "ValidationError" ? As("ValidationException", reason) : reason;
        return ours.Message == theirs.Message || Wordings.Pair(ours, As(ours.ErrorType, theirs));
    }

    // What DynamoDB Local does not check in a transaction.
    private static bool IsIndexKey(Answer reason) => reason.Message.Contains("Index Key", StringComparison.Ordinal)
        || reason.Message.Contains("IndexKey", StringComparison.Ordinal)
        || reason.Message.Contains("secondary index key", StringComparison.Ordinal);

    // DynamoDB Local ends the message of a check with a period.
    private static bool IsSameReason(Answer ours, Answer theirs) => ours.ErrorType == theirs.ErrorType
        && (ours.Message == theirs.Message.TrimEnd('.') || Wordings.Pair(ours, theirs));

    private static Answer As(string type, Answer answer) =>
        new(answer.Status, new JsonObject { ["__type"] = type, ["message"] = answer.Message });
}
