using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Protocol;

/// <summary>
/// The service's errors with what it leaves out of their messages: which operation it was, on which item of which table. The exceptions
/// stay of the AWS SDK's types and keep all of their properties; the service's own exception is the inner one.
/// </summary>
internal static class RequestErrors
{
    /// <summary>The error of a write whose condition does not hold.</summary>
    public static Exception ConditionFailed(ConditionalCheckFailedException error, WriteRequest write) =>
        new ConditionalCheckFailedException(
            $"The {write.Operation} of {Describe(write.Identity)} in the table '{write.Table.Name}' failed: its condition does not hold."
                + $"{FamilyHint(write.Model)} The service says: {error.Message}",
            error,
            error.ErrorType,
            error.ErrorCode,
            error.RequestId,
            error.StatusCode)
        {
            Item = error.Item,
        };

    /// <summary>The error of an operation on an item whose table does not exist.</summary>
    public static Exception TableMissing(ResourceNotFoundException error, DynamoOperation operation, in ItemIdentity item) =>
        TableMissing(error, $"The {operation} of {Describe(item)} failed: the table '{item.TableName}' does not exist.");

    /// <summary>The error of an operation on several items, or on a table as a whole, where a table does not exist.</summary>
    /// <param name="error">The service's error.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="tables">The request's tables, each once.</param>
    public static Exception TableMissing(ResourceNotFoundException error, DynamoOperation operation, IReadOnlyList<string> tables) =>
        tables is [var table]
            ? TableMissing(error, $"The {operation} failed: the table '{table}' does not exist.")
            : TableMissing(error, $"The {operation} failed: one of the tables '{string.Join("', '", tables)}' does not exist.");

    /// <summary>Describes why an operation made a transaction fail.</summary>
    /// <param name="reason">The service's reason.</param>
    /// <param name="position">The operation's position in the transaction.</param>
    /// <param name="write">The operation.</param>
    public static string DescribeFailure(CancellationReason reason, int position, WriteRequest write) =>
        $"Operation {position}, on {Describe(write.Identity)} in the table '{write.Table.Name}', failed: "
        + (reason.Code is "ConditionalCheckFailed" ? $"its condition does not hold.{FamilyHint(write.Model)}" : $"{reason.Code}.");

    private static string Describe(in ItemIdentity item) =>
        item.Sort.IsNone ? $"the item '{item.Partition}'" : $"the item '{item.Partition}' / '{item.Sort}'";

    /// <summary>Types of a family have a condition that the caller did not write, so its failure has to explain itself.</summary>
    private static string FamilyHint(TableModel model) =>
        model.Discriminator is null
            ? ""
            : $" The item may be of another type than {model.ItemType.Name}: a write through {model.ItemType.Name} changes no item of "
                + "another type with the same key. To turn an item into one of another type, put it through the table of the base class.";

    private static ResourceNotFoundException TableMissing(ResourceNotFoundException error, string message) =>
        new(
            $"{message} Create it with EnsureTableAsync, or correct the region, the endpoint or the table's name in the options. "
                + $"The service says: {error.Message}",
            error,
            error.ErrorType,
            error.ErrorCode,
            error.RequestId,
            error.StatusCode);
}
