using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Patterns.Locking;
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
        write.Lock is { } token && token.Explain(error.Item) is LockOutcome.Conflict
            ? new ConcurrencyConflictException(
                $"The {write.Operation} of {Describe(write.Identity)} in the table '{write.Table.Name}' failed: "
                    + $"{DescribeConflict(token, error.Item)}{FamilyHint(write.Model)}",
                error,
                write.Identity,
                write.Model.Discriminator?.AttributeName,
                token.Expected,
                token.Find(error.Item))
            : PlainConditionFailed(error, write);

    /// <summary>The error of a write that an earlier attempt has done, but whose response held an item and was lost.</summary>
    public static Exception ResponseLost(ConditionalCheckFailedException error, WriteRequest write) =>
        new InvalidOperationException(
            $"The {write.Operation} of {Describe(write.Identity)} in the table '{write.Table.Name}' succeeded, but the response with "
                + "the item as it was before was lost, and the service can't repeat it.",
            error);

    /// <summary>The error of a write whose unique values are taken.</summary>
    public static Exception ValueTaken(TransactionCanceledException error, WriteRequest write, IReadOnlyList<TakenUniqueValue> values) =>
        new UniqueValueTakenException(
            $"The {write.Operation} of {Describe(write.Identity)} in the table '{write.Table.Name}' failed: {string.Join(' ', values)}",
            error,
            values);

    /// <summary>Describes a conflict of concurrency tokens.</summary>
    private static string DescribeConflict(TokenLock token, Dictionary<string, AttributeValue>? current)
    {
        if (current is not { Count: > 0 })
        {
            return $"the item does not exist, but the write expected the concurrency token '{token.Expected}'. "
                + "Create a new item with CreateAsync or Put(item).IfNotExists().";
        }

        var found = token.Find(current);
        return found.IsNone
            ? $"the item has no concurrency token, but the write expected '{token.Expected}'."
            : $"another writer changed the item. Its concurrency token is '{found}', but the write expected '{token.Expected}'. "
                + "Read the item again, apply the change, and write that.";
    }

    private static ConditionalCheckFailedException PlainConditionFailed(ConditionalCheckFailedException error, WriteRequest write) =>
        new(
            $"The {write.Operation} of {Describe(write.Identity)} in the table '{write.Table.Name}' failed: its condition does not hold."
                + $"{FamilyHint(write.Model)}{ReplacedHint(write)} The service says: {error.Message}",
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
        + (reason.Code is not "ConditionalCheckFailed" ? $"{reason.Code}."
            : write.Reserved is { IsReleased: false } reserved
                ? new TakenUniqueValue(reserved.Constraint, reserved.Value, reason.Item).ToString()
            : write.Lock is { } token && token.Explain(reason.Item) is LockOutcome.Conflict
                ? DescribeConflict(token, reason.Item) + FamilyHint(write.Model)
            : $"its condition does not hold.{FamilyHint(write.Model)}");

    private static string Describe(in ItemIdentity item) =>
        item.Sort.IsNone ? $"the item '{item.Partition}'" : $"the item '{item.Partition}' / '{item.Sort}'";

    /// <summary>Types of a family have a condition that the caller did not write, so its failure has to explain itself.</summary>
    private static string FamilyHint(TableModel model) =>
        model.Discriminator is null
            ? ""
            : $" The item may be of another type than {model.ItemType.Name}: a write through {model.ItemType.Name} changes no item of "
                + "another type with the same key. To turn an item into one of another type, put it through the table of the base class.";

    /// <summary>What of a type's items other items of the table depend on.</summary>
    public static string DescribeTracked(TableModel model) => model switch
    {
        { Unique: null } => "indexed texts",
        { Trigrams.AreTracked: true } => "unique values and indexed texts",
        _ => "unique values",
    };

    /// <summary>The error of a write whose new postings could not be written, so that it was not sent.</summary>
    public static Exception PostingsLeft(in ItemIdentity item, int left, int all) =>
        new InvalidOperationException(
            $"{Describe(item)} in the table '{item.TableName}' was not written: the service did not process {left} of the {all} postings "
                + "of its indexed texts, despite retries. Write it again later.");

    private static string ReplacedHint(WriteRequest write) =>
        write.ComparesReplaced
            ? $" Another writer may have changed its {DescribeTracked(write.Model)}, or deleted it. Read it again, apply the change, and "
                + "write that."
            : "";

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
