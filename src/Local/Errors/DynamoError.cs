using System.Text.Json;

namespace DynamoToolkit.Local.Errors;

/// <summary>An error that the service answers with: its type, its status and its text.</summary>
internal class DynamoError(string type, string message, int status = 400) : Exception(message)
{
    private const string Service = "com.amazonaws.dynamodb.v20120810#";
    private const string Coral = "com.amazon.coral.service#";

    /// <summary>The type as it stands in <c>__type</c>, namespace and all.</summary>
    public string Type { get; } = type;

    /// <summary>The type without its namespace, as cancellation reasons and batch errors need it.</summary>
    public string Name => Type[(Type.IndexOf('#') + 1)..];

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The name of the property that carries the message; the service is of two minds about its case.</summary>
    public virtual string MessageProperty => "message";

    public static DynamoError Validation(string message) => new("com.amazon.coral.validate#ValidationException", message);

    /// <summary>A validation error with the opening that most of them have.</summary>
    public static DynamoError InvalidParameter(string message) => Validation("One or more parameter values were invalid: " + message);

    public static DynamoError Serialization(string message) => new SerializationError(message);

    public static DynamoError ResourceNotFound(string message = "Requested resource not found") =>
        new(Service + "ResourceNotFoundException", message);

    public static DynamoError TableNotFound(string table) => ResourceNotFound($"Requested resource not found: Table: {table} not found");

    public static DynamoError ResourceInUse(string message) => new(Service + "ResourceInUseException", message);

    public static DynamoError LimitExceeded(string message) => new(Service + "LimitExceededException", message);

    public static DynamoError IdempotentParameterMismatch(string message) =>
        new(Service + "IdempotentParameterMismatchException", message);

    public static DynamoError UnknownOperation() => new(Coral + "UnknownOperationException", "");

    public static DynamoError AccessDenied(string message) => new(Coral + "AccessDeniedException", message);

    public static DynamoError MissingAuthenticationToken(string message) =>
        new(Coral + "MissingAuthenticationTokenException", message);

    public static DynamoError IncompleteSignature(string message) => new(Coral + "IncompleteSignatureException", message);

    public static DynamoError InternalServer(string message) => new(Service + "InternalServerError", message, 500);

    /// <summary>Writes what the error carries beside type and message.</summary>
    public virtual void WriteDetails(Utf8JsonWriter json)
    {
    }

    protected static string ServiceType(string name) => Service + name;
}
