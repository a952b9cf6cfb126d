using System.Text.Json;

namespace DynamoToolkit.Local.Errors;

/// <summary>An error that the service answers with: its type, its status and its text.</summary>
internal class DynamoError(string type, string message, int status = 400) : Exception(message)
{
    private const string Service = "com.amazonaws.dynamodb.v20120810#";
    private const string Coral = "com.amazon.coral.service#";

    /// <summary>The value of <c>__type</c>, including its namespace.</summary>
    public string Type { get; } = type;

    /// <summary>The type without its namespace, as in cancellation reasons.</summary>
    public string Name => Type[(Type.IndexOf('#') + 1)..];

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Whether a transaction fails with this error itself, instead of one that gives it as the reason of an action.</summary>
    public bool IsOfWholeTransaction { get; private init; }

    /// <summary>The property that carries the message. The service writes it in lower or upper case, depending on the error.</summary>
    public virtual string MessageProperty => "message";

    public static DynamoError Validation(string message) => new("com.amazon.coral.validate#ValidationException", message);

    /// <summary>A key attribute is empty.</summary>
    public static DynamoError EmptyKey(string message) =>
        new("com.amazon.coral.validate#ValidationException", "One or more parameter values are not valid. " + message)
        {
            IsOfWholeTransaction = true,
        };

    /// <summary>A validation error that begins as most of them do.</summary>
    public static DynamoError InvalidParameter(string message) => Validation("One or more parameter values were invalid: " + message);

    public static DynamoError Serialization(string message) => new SerializationError(message);

    public static DynamoError ResourceNotFound(string message = "Requested resource not found") =>
        new(Service + "ResourceNotFoundException", message);

    public static DynamoError ResourceInUse(string message) => new(Service + "ResourceInUseException", message);

    /// <summary>The error of operations on backups for a missing table.</summary>
    public static DynamoError TableNotFound(string name) => new(Service + "TableNotFoundException", $"Table not found: {name}");

    public static DynamoError TableAlreadyExists(string name) =>
        new(Service + "TableAlreadyExistsException", $"Table already exists: {name}");

    public static DynamoError BackupNotFound(string arn) => new(Service + "BackupNotFoundException", $"Backup not found: {arn}");

    public static DynamoError LimitExceeded(string message) => new(Service + "LimitExceededException", message);

    public static DynamoError IdempotentParameterMismatch(string message) =>
        new(Service + "IdempotentParameterMismatchException", message);

    /// <summary>An INSERT found an item with the same key.</summary>
    public static DynamoError DuplicateItem() => new(Service + "DuplicateItemException", "Duplicate primary key exists in table");

    /// <summary>Another transaction works on the item.</summary>
    public static DynamoError TransactionConflict() =>
        new(Service + "TransactionConflictException", "Transaction is ongoing for the item");

    public static DynamoError UnknownOperation() => new(Coral + "UnknownOperationException", "");

    public static DynamoError AccessDenied(string message) => new(Coral + "AccessDeniedException", message);

    public static DynamoError NotKept(IOException reason) => InternalServer(
        $"The write was undone, because the data folder takes no writes at the moment: {reason.Message} Reads go on.");

    /// <summary>An error of the engine itself.</summary>
    public static DynamoError InternalServer(string message) => new(Service + "InternalServerError", message, 500);

    /// <summary>Writes what the error carries besides its type and message.</summary>
    public virtual void WriteDetails(Utf8JsonWriter json)
    {
    }

    /// <summary>The type of an error of the service, with its namespace.</summary>
    public static string ServiceType(string name) => Service + name;
}
