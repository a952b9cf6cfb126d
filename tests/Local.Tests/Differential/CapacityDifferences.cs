using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>
/// Differences of consumed capacity only. Amazon DynamoDB Developer Guide: "DynamoDB read and write operations", "Amazon DynamoDB
/// Transactions: How it works".
/// </summary>
internal static class CapacityDifferences
{
    // Four units for each of up to three indexes.
    private const int MaxPerWrite = 12;

    /// <summary>The reasons, each with what it fits.</summary>
    public static readonly (string Reason, Func<Difference, bool> Fits)[] All =
    [
        ("Capacity: a read of nothing costs the minimum, in DynamoDB Local nothing.", static difference => difference.IsCapacity
            && difference.Request.Operation switch
            {
                "Query" or "Scan" => (int)difference.Ours.Body["ScannedCount"]! == 0
                    && Units(difference.Theirs) == 0 && Units(difference.Ours) is 0.5 or 1,
                "BatchGetItem" => More(difference) > 0 && More(difference) <= MissingItems(difference),
                _ => false,
            }),
        ("Capacity: reads of an index count the projected attributes, in DynamoDB Local all.", static difference => difference.IsCapacity
            && difference.Request.Operation is "Query" or "Scan" && difference.Request.Body.ContainsKey("IndexName")
            && More(difference) < 0 && TableShape.All.Any(table => table.Indexes.Any(index => index.Projection != "ALL"
                && index.Name == (string?)difference.Request.Body["IndexName"]))),
        ("Capacity: a local index reads from the table what it does not project; DynamoDB Local does not count that.", static difference =>
            difference.IsCapacity && difference.Request.Operation is "Query" or "Scan" && More(difference) > 0
            && (difference.Request.Body.ContainsKey("ProjectionExpression") || difference.Request.Body.ContainsKey("AttributesToGet")
                || (string?)difference.Request.Body["Select"] == "ALL_ATTRIBUTES")
            && TableShape.All.Any(table => table.Indexes.Any(index => !index.IsGlobal && index.Projection != "ALL"
                && index.Name == (string?)difference.Request.Body["IndexName"]))),
        ("Capacity: an index without an entry of the item costs nothing; DynamoDB Local counts one if the item has a part of its key.",
            static difference => difference.IsCapacity && More(difference) < 0 && difference.Request.Operation switch
            {
                "PutItem" or "UpdateItem" or "DeleteItem" => -More(difference) <= Indexes(difference.Request)
                    && Canonical.Text(difference.Ours.Body["ConsumedCapacity"]?["Table"])
                        == Canonical.Text(difference.Theirs.Body["ConsumedCapacity"]?["Table"]),
                "BatchWriteItem" => -More(difference) <= Count(difference.Request, "RequestItems", "DeleteRequest")
                    + Count(difference.Request, "RequestItems", "PutRequest"),
                "TransactWriteItems" => Units(difference.Theirs) - (2 * Units(difference.Ours)) is > 0 and var more
                    && more <= MaxPerWrite * difference.Request.Body["TransactItems"]!.AsArray().Count,
                _ => false,
            }),
        ("Capacity: DynamoDB Local counts a deletion of a missing item in a batch twice.", static difference => difference.IsCapacity
            && difference.Request.Operation == "BatchWriteItem"
            && More(difference) < 0 && -More(difference) <= Count(difference.Request, "RequestItems", "DeleteRequest")),
        ("Capacity: DynamoDB Local counts the writes of transactions twice more.", static difference => difference.IsCapacity
            && difference.Request.Operation == "TransactWriteItems" && Units(difference.Theirs) == 2 * Units(difference.Ours)),
        ("Capacity: DynamoDB Local leaves out deletions, checks, writes that change nothing, and tables of transactions.",
            static difference => difference.IsCapacity && difference.Request.Operation == "TransactWriteItems"
                && Units(difference.Theirs) < 2 * Units(difference.Ours)
                && difference.Request.Body["TransactItems"]!.AsArray().Count > 1),
        ("Capacity: DynamoDB Local leaves out the read units of the table in a transaction.", static difference =>
            difference.IsCapacity && difference.Request.Operation == "TransactGetItems" && More(difference) == 0),
        ("Capacity: DynamoDB Local reports it for a deletion without being asked.", static difference =>
            difference.IsCapacity && difference.Request.Operation == "DeleteItem" && difference.Ours.Capacity.Length == 0
            && (string?)difference.Request.Body["ReturnConsumedCapacity"] is null or "NONE"),
    ];

    // How many units the engine counts more.
    private static double More(Difference difference) => Units(difference.Ours) - Units(difference.Theirs);

    private static double Units(Answer answer) => answer.Body["ConsumedCapacity"] switch
    {
        JsonArray tables => tables.Sum(static table => (double)table!["CapacityUnits"]!),
        JsonObject table => (double)table["CapacityUnits"]!,
        _ => 0,
    };

    private static int Indexes(Request request) =>
        Array.Find(TableShape.All, table => table.Name == (string?)request.Body["TableName"])?.Indexes.Length ?? 0;

    private static int MissingItems(Difference difference) =>
        difference.Request.Body["RequestItems"]!.AsObject().Sum(static table => table.Value!["Keys"]!.AsArray().Count)
        - difference.Ours.Body["Responses"]!.AsObject().Sum(static table => table.Value!.AsArray().Count);

    private static int Count(Request request, string list, string member) => (request.Body[list] switch
    {
        JsonObject tables => tables.SelectMany(static table => table.Value!.AsArray()),
        JsonArray actions => actions,
        _ => [],
    }).Count(action => action!.AsObject().ContainsKey(member));
}
