namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>Errors for which DynamoDB Local has other words than the service, as the beginnings of the answers' kinds.</summary>
internal static class Wordings
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string EmptyKey =
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty";
    private const string NoKey = "The provided key element does not match the schema";
    private const string NoStartKey = "The provided starting key is invalid: The provided key element does not match the schema";
    private const string NotNumber = "The parameter cannot be converted to a numeric value";
    private const string Constraint = "* validation error";
    private const string EmptyText = Invalid + "An AttributeValue may not contain an empty string";
    private const string KeyType = Invalid + "Type mismatch for key";
    private const string IndexKeyType = Invalid + "Type mismatch for Index Key";
    private const string RangeSize = Invalid + "Aggregated size of all range keys";
    private const string Undefined = Invalid + "Some index key attributes are not defined";
    private const string Failed = Constraint + " detected: Value * at * failed to satisfy constraint: ";
    private const string Unspecified = "Key not specified in Attribute Definitions";

    private const string InvalidValue = "ExpressionAttributeValues contains invalid value";
    private const string Duplicates = Invalid + "Input collection";

    private static readonly string[] Expressions =
        ["UpdateExpression", "ConditionExpression", "FilterExpression", "ProjectionExpression", "KeyConditionExpression"];

    // Rare errors in the same words, of which a short run may find none that both report.
    private static readonly string[] Same =
    [
        "Can not use both expression and non-expression parameters", "Too many items requested for the BatchWriteItem call",
        "Supplied AttributeValue is empty", "Number overflow", "Nesting Levels have exceeded supported limits",
        "Invalid ConditionExpression: The first operand must be distinct", "Invalid FilterExpression: The first operand must be distinct",
        "Invalid ConditionExpression: Incorrect operand type", "Invalid FilterExpression: Incorrect operand type",
        "Invalid FilterExpression: Incorrect number of operands",
        "Invalid FilterExpression: The function is not allowed to be used this way",
        Invalid + "Invalid number of argument(s)",
        "Either the KeyConditions or KeyConditionExpression parameter must be specified",
        "Both the Hash Key and the Range Key element in the KeySchema have the same name",
        Invalid + "Value cannot be used when Exists is false",
    ];

    private static readonly (string Ours, string Theirs)[] Pairs =
    [
        ("Requested resource not found", "Cannot do operations on a non-existent table"),
        ("The requestItems parameter is required", "BatchGetItem must have some requests set"),
        ("The requestItems parameter is required", "BatchWriteItem cannot have a null or no requests set"),
        ("An error occurred (IdempotentParameterMismatchException)", ""),
        ("The provided starting key is outside query boundaries", "The provided starting key does not match the range key predicate"),
        ("The provided exclusive start key is invalid", "The provided starting key does not match the range key predicate"),
        ("The provided starting key is invalid", "The provided starting key does not match the range key predicate"),
        ("Consistent reads are not supported on global", "Consistent read cannot be true when"),
        (Invalid + "Cannot update attribute", "This attribute is part of the key"),
        (EmptyKey, EmptyText),
        (EmptyKey, "ExpressionAttributeValues contains invalid value: * or more parameter values were invalid: An AttributeValue may not"),
        (KeyType, "Invalid attribute value type"),
        (IndexKeyType, "Invalid attribute value type"),
        (NoKey, "Invalid attribute value type"),
        (NoKey, "Type mismatch for attribute to update"),
        (NoKey, "The number of conditions on the keys is invalid"),
        (NoKey, "One of the required keys was not given a value"),
        (KeyType, "Type mismatch for attribute to update"),
        (IndexKeyType, "Type mismatch for attribute to update"),
        (IndexKeyType, "Type mismatch for Index Key"),
        (Invalid + "Missing the key", "One of the required keys was not given a value"),
        (Invalid + "Size of hashkey", "Hash primary key values must be under"),
        (RangeSize, "Hash primary key values must be under"),
        (NotNumber, "A value provided cannot be converted into a number"),
        ("Attempting to store more than * significant digits", "DynamoDB only supports precision up to * digits"),
        ("Number overflow", "DynamoDB only supports precision up to * digits"),
        ("Number overflow", Invalid),
        ("Number underflow", Invalid),
        ("ReturnValues can only be ALL_OLD or NONE", "Return values set to invalid value"),
        (Constraint, "Invalid table/index name"),
        (Constraint, "Member must"),
        (Constraint, "Value * at"),
        (Constraint, "Value null at"),
        (Constraint + " detected: Value null at", "Item to put in PutItem cannot be null"),
        ("Input collection contains duplicates", "Provided list of item keys contains duplicates"),
        (Undefined, "Hash " + Unspecified),
        (Undefined, "Range " + Unspecified),
        ("Invalid KeySchema", "Hash " + Unspecified),
        (Invalid + "Number of attributes in KeySchema", "The number of attributes in key schema must match"),
        (Invalid + "ProvisionedThroughput must be specified", "No provisioned throughput specified for the global secondary index"),
        (Invalid + "Table KeySchema does not have a range key", "Local Secondary indices are not allowed on hash tables"),
        (Invalid + "ProjectionType is", "No attributes should be specified to be projected unless"),
        (Invalid, "Cannot have more than"),
        (Invalid, "The BETWEEN condition was provided a range where"),
        ("The Segment parameter is zero-based", Constraint),
        ("The TotalSegments parameter is required", Constraint),
        ("The provided starting key is invalid", "Exclusive Start Key must have same size"),
        ("The provided exclusive start key is invalid", "Exclusive Start Key must have same size"),
        ("The provided starting key is invalid", "Exclusive start key must lie within the segment"),
        (Constraint + " detected: Value null at", "Cannot have null key for"),
        (Constraint, "The list of keys in RequestItems for BatchGetItem is required"),
        (Constraint, "The batch write request list for a table cannot be null or empty"),
        (Constraint, "Limit "),
        (Constraint, "Value "),
        (Constraint, "Indexes must have a projection specified"),
        (Constraint, "Names of key attributes and attributes projected into an index must be between"),
        (Failed + "Member must satisfy enum", "Return values set to invalid value"),
        (Constraint, "Table read and write throughput must be at least"),
        (Constraint, "Global Secondary Index's read and write throughput must be at least"),
        ("At least one of ProvisionedThroughput", "Nothing to update"),
        ("Attempted conditional constraint is not an indexable operation", "Only scalar types can be used as Range Key values"),
        ("Attempted conditional constraint is not an indexable operation", "Query key condition not supported"),
        ("KeyConditionExpressions cannot have conditions on nested attributes", "Key attributes must be scalars"),
        (Invalid + "Some AttributeDefinitions are not used", "The number of attributes in key schema must match"),
        ("Attempted conditional constraint is not an indexable operation", Invalid + "Condition parameter type does not match"),
        (Failed + "Member must satisfy enum", "Invalid StreamViewType"),
        (Failed + "Member must satisfy enum", "Projection type must be INCLUDE"),
        (Failed + "Member must have length", "No attributes should be specified to be projected unless"),
        (NoStartKey, "Type mismatch for attribute to update"),
        (NoStartKey, "Invalid attribute value type"),
        (Constraint, "Too many items requested for the Batch"),
        (RangeSize, Invalid + "Size limit exceeded"),
        ("The provided starting key is invalid: " + EmptyKey, EmptyText),
        (Invalid + "ADD action is not supported for the type", Invalid + "ADD action is not supported for the type"),
        (Failed + "Member must have length", "LSI list is empty/invalid"),
        ("One or more parameter values are not valid. A value specified for a secondary index key", Invalid),
        (Failed + "Member must have length", "If Projection type INCLUDE is specified"),
        (Invalid + "ProjectionType is INCLUDE", "If Projection type INCLUDE is specified"),
        (Undefined, "Global Secondary Index hash key not specified"),
        (Undefined, "Global Secondary Index range key not specified"),
        (Invalid, "GlobalSecondaryIndex count exceeds the per-table limit"),
        (Invalid, "Two keys can not have the same name"),
        (Invalid, "Local Secondary Indices AND Global Secondary Indices must have different names"),
        (Invalid, "Only scalar types can be used as Range Key values"),
        ("The Segment parameter is required", "If total segments is specfied"),
        ("At least one of ProvisionedThroughput", "Cannot do operations on a non-existent table"),
        ("Query condition missed key schema element", "Query condition missed key schema element"),
        ("Value provided in ExpressionAttribute", "Value provided in ExpressionAttribute"),
        (Duplicates, Duplicates),
        (InvalidValue, InvalidValue),
        (Constraint, "AttributesToGet cannot be empty"),
        ("The parameter * is required but was not present", "Invalid table/index name"),
        (Invalid, "Query key condition not supported"),
        (Constraint, "Select must be"),
        (InvalidValue, "Nesting Levels have exceeded supported limits"),
        ("Both the Hash Key and the Range Key", "Two keys can not have the same name"),
        (Invalid, "Cannot have two attributes with the same name"),
        ("Table already exists", "Cannot create preexisting table"),
        (Invalid + "ReadCapacityUnits and WriteCapacityUnits must both", "No provisioned throughput specified for the table"),
        (Invalid, "GSI list is empty/invalid"),
        (Invalid + "List of LocalSecondaryIndexes is empty", "LSI list is empty/invalid"),
        (Constraint, "The table does not have the specified index"),
        (Constraint, "Local secondary indices must have a range key"),
        (Invalid + "Table is being created with a stream disabled", "Invalid StreamViewType: Stream StreamEnabled was false"),
        (Invalid + "Index KeySchema does not have a range key", "Local secondary indices must have a range key"),
        (Invalid + "DELETE action with value is not supported", Invalid + "DELETE action with value is not supported"),
        .. Same.Select(static text => (text, text)),
        .. Expressions.SelectMany(static name => new[]
        {
            ($"Invalid {name}: Invalid attribute type name found", $"Invalid {name}: Invalid attribute type name found"),
            ($"Invalid {name}: Attribute name is a reserved keyword", $"Invalid {name}: Syntax error"),
            ($"Invalid {name}: Expression size has exceeded", $"Invalid {name}: Expression size has exceeded"),
            ($"Invalid {name}: The BETWEEN operator requires", $"Invalid {name}: The BETWEEN operator requires"),
            ($"Invalid {name}: Two document paths", $"Invalid {name}: Two document paths"),
        }),
    ];

    /// <summary>Whether both answers report the same mistake, each in its words.</summary>
    public static bool Pair(Answer ours, Answer theirs) => !ours.IsOk && ours.ErrorType == theirs.ErrorType
        && Array.Exists(Pairs, pair => IsOf(ours, pair.Ours) && IsOf(theirs, pair.Theirs)
            && (pair.Theirs.Length > 0 || theirs.Message.Length == 0));

    private static bool IsOf(Answer answer, string beginning) =>
        answer.Kind.StartsWith($"{answer.ErrorType} {beginning}", StringComparison.Ordinal);
}
