namespace DynamoToolkit.Shared.Diagnostics;

// Expressions and calls: 2xxx.
internal static partial class RuleTable
{
    // Expressions: code that uses item types.
    public static RuleSpec NotACondition { get; } = Error("DTK2001", "Attribute is not a condition",
        "'{expression}' is not a condition that DynamoDB can evaluate; {remedy}");
    public static RuleSpec NotEvaluated { get; } = Error("DTK2002", "DynamoDB can't evaluate this",
        "DynamoDB can't evaluate '{name}' of '{expression}'; {remedy}");
    public static RuleSpec AttributeAsValue { get; } = Error("DTK2003", "Attribute is used as a value",
        "'{expression}' stands for an attribute, and its value is not known here; {remedy}");
    public static RuleSpec MemberNotInUse { get; } = Error("DTK2004", "Member can't be used here",
        "'{member}' can't be used in this {method}(); {reason}");
    public static RuleSpec LambdaNotInScope { get; } = Error("DTK2005", "Method for a lambda is not in scope",
        "{method}() takes lambdas over the attributes of '{type}' only with 'using {namespace};' in this file; add it");
    public static RuleSpec BuilderAwaited { get; } = Error("DTK2006", "Request is awaited before it is sent",
        "{method}() only builds a request; await its {execute}()");
    public static RuleSpec LinqOnSequence { get; } = Error("DTK2007", "LINQ does not apply to requests",
        "{method}() is LINQ's, and '{type}' is a request; {remedy}");
    public static RuleSpec LambdaNotTaken { get; } = Error("DTK2008", "Method takes no lambda",
        "{method}() takes no lambda; {remedy}");
    public static RuleSpec KeyExpected { get; } = Error("DTK2009", "Value is passed for a key",
        "{method}() takes a key and not a value; write '{replacement}'");
    public static RuleSpec NotExecuted { get; } = Warning("DTK2010", "Request is never sent",
        "{method}() only builds a request, and this one is never sent; {remedy}");
    public static RuleSpec NotAwaited { get; } = Warning("DTK2011", "Request is not awaited",
        "The task of {method}() is dropped, and with it every error; await it");
    public static RuleSpec MemberByName { get; } = Error("DTK2012", "Member is named by a text",
        "{method}() takes no names; write '{replacement}'");

    // Calls: what they cost, lose or never get.
    public static RuleSpec ScanNotAllowed { get; } = Info("DTK2020", "Scan reads the whole table",
        "Scan() reads and pays for all of {table}, whatever a filter leaves; query a key or an index, "
        + "or state that the scan is meant with [AllowScan]");
    public static RuleSpec FilterReadsOn { get; } = Info("DTK2021", "Limit does not limit what is read",
        "{method} limits what the filter leaves, so DynamoDB may read and charge {all} before it finds enough; "
        + "put the condition into a key, or read page by page with PageSize()");
    public static RuleSpec CallInLoop { get; } = Info("DTK2022", "Single calls in a loop",
        "Each pass of the loop waits for one {method}(); collect the {things} and send up to {limit} in one request with {batch}()");
    public static RuleSpec BatchResultIgnored { get; } = Warning("DTK2023", "Result of a batch is ignored",
        "{method}() returns what the service never got to, and this drops it; call ThrowIfIncomplete() on the result, or use Unprocessed");
    public static RuleSpec UnprocessedIgnored { get; } = Info("DTK2024", "Keys that a batch never read are ignored",
        "Items are only those that the batch got to; "
        + "keep the result of {method}(), and call ThrowIfIncomplete() on it or look at Unprocessed");
    public static RuleSpec SingleItemTransaction { get; } = Info("DTK2025", "Transaction writes one item",
        "A transaction of one {method}() costs twice what the {method}() does and promises no more; execute it alone");
    public static RuleSpec TransactionTooLarge { get; } = Error("DTK2026", "Transaction has too many items",
        "{method}() gets {count} operations, and DynamoDB takes at most {limit} in one transaction; split it where it may be split");
    public static RuleSpec TransactionItemTwice { get; } = Error("DTK2027", "Transaction writes an item twice",
        "The transaction has two operations on the item of '{key}', which DynamoDB refuses; combine them in one");
    public static RuleSpec ConsistentReadOfGlobalIndex { get; } = Error("DTK2028", "Consistent read of a global index",
        "Index '{index}' is global, and DynamoDB refuses consistent reads of global indexes; "
        + "leave out ConsistentRead(), or query the table or a local index");
    public static RuleSpec ClientPerRequest { get; } = Warning("DTK2029", "Client is made for each request",
        "'{type}' is made {place}, and with it new connections; make one for the whole program and share it");
    public static RuleSpec CancellationNotPassed { get; } = Info("DTK2030", "Cancellation is not passed on",
        "{method} goes on when '{token}' is cancelled; pass it");
    public static RuleSpec ReadModifyWrite { get; } = Info("DTK2031", "Item is read, changed and written without a condition",
        "'{variable}' is written as it was read and changed here, so what others wrote in between is lost; "
        + "update only what changes, put it with a condition, or give '{type}' a [ConcurrencyToken]");
    public static RuleSpec TokenNotCompared { get; } = Info("DTK2032", "Write does not compare the concurrency token",
        "{method}() by key does not compare the concurrency token of '{type}'; pass the item instead of its key, "
        + "or add IfConcurrencyToken()");
    public static RuleSpec BatchRefuses { get; } = Error("DTK2033", "Batch can't do this write",
        "A batch can't do this {method}() because {reason}");
    public static RuleSpec IndexKeyPartlyUpdated { get; } = Error("DTK2034", "Update leaves an index key behind",
        "The update changes '{member}', from which the key of index '{index}' is built, but not {others}; "
        + "set all members of '{template}' in one update, or put the whole item");
    public static RuleSpec PathUpdatedTwice { get; } = Error("DTK2035", "Update changes an attribute twice",
        "The update changes '{path}' and '{other}', and DynamoDB refuses paths that overlap; keep one of them");
    public static RuleSpec ParentMayBeAbsent { get; } = Info("DTK2036", "Update goes into a map that may be absent",
        "DynamoDB refuses to set '{path}' in an item without '{parent}', which can be null; set '{parent}' as a whole, "
        + "or add a condition that it exists");
    public static RuleSpec TooManyOperands { get; } = Error("DTK2037", "In() has too many values",
        "In() gets {count} values, and DynamoDB takes at most {limit}; read by keys in a batch, or split the values over several requests");
    public static RuleSpec KeyTextByHand { get; } = Warning("DTK2038", "Text of a key does not sort",
        "'{value}', of type '{type}', is put into the text of the key '{member}', where {reason}; "
        + "let a key template write it, or use KeyText.Value");
    public static RuleSpec CounterInOneItem { get; } = Info("DTK2039", "Counter is in one item",
        "All adds to '{member}' go to one item of '{type}', which may throttle above about {limit} writes a second; "
        + "spread a busy counter over several items with [ShardedCounter]");
    public static RuleSpec VersionWrittenByHand { get; } = Error("DTK2070", "Version-controlled item is written by hand",
        "{method}() of a '{type}' throws, because its versions are kept; {remedy}");
    public static RuleSpec VersionMethodNotPossible { get; } = Error("DTK2071", "Method needs a version-controlled type",
        "{method}() needs versions, and none of '{type}' are kept; mark the type with [VersionControlled]");

    // The AWS SDK, where an item type here describes the table.
    public static RuleSpec ReservedWord { get; } = Warning("DTK2100", "Expression uses a reserved word",
        "'{word}' is a reserved word of DynamoDB, which refuses it in expressions; "
        + "write '#{word}', and name it in ExpressionAttributeNames");
    public static RuleSpec UnknownAttribute { get; } = Warning("DTK2101", "Expression names an unknown attribute",
        "No item type of table '{table}' has an attribute '{attribute}'{nearest}");
    public static RuleSpec SdkKeyMismatch { get; } = Error("DTK2102", "Key does not fit the table",
        "The key of table '{table}' is {keys}, but this key {reason}");
    public static RuleSpec SdkKeyUpdated { get; } = Error("DTK2103", "Update expression changes a key",
        "'{attribute}' is a key of table '{table}', and DynamoDB refuses to update keys; "
        + "delete the item and put it under its new key, in one transaction");
    public static RuleSpec SdkResponseIgnored { get; } = Warning("DTK2104", "Response of a batch is ignored",
        "{method}() succeeds even if the service did only some of it, and this drops {property}; send what is left again");
    public static RuleSpec SdkLimitWithFilter { get; } = Warning("DTK2105", "Limit counts before the filter",
        "Limit of the {request} counts what is read, before the filter, so the response may be empty although items match; "
        + "read on while LastEvaluatedKey is set");
    public static RuleSpec SdkConsistentIndex { get; } = Error("DTK2106", "Consistent read of a global index",
        "Index '{index}' of table '{table}' is global, and DynamoDB refuses consistent reads of global indexes");
    public static RuleSpec ContextOfItemType { get; } = Warning("DTK2107", "DynamoDBContext maps an item type of its own accord",
        "{method}() maps '{type}' by reflection and knows nothing of its [DynamoTable], so {loss}; use DynamoTable<{type}>");
}
