using System.Text.Json;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>The errors of members that have the wrong JSON type, in the service's words.</summary>
internal static class JsonTypeErrors
{
    /// <summary>The namespace of the API's own types in messages.</summary>
    public const string ApiTypes = "com.amazonaws.dynamodb.v20120810.";

    /// <summary>An object stands where a scalar or an array should be.</summary>
    public static DynamoError UnexpectedStructure() => DynamoError.Serialization("Start of structure or map found where not expected");

    /// <summary>A scalar stands where an object or an array should be.</summary>
    public static DynamoError UnexpectedType() => DynamoError.Serialization("Unexpected field type");

    /// <summary>An array stands where a value of the given Java type should be.</summary>
    public static DynamoError UnexpectedArray(string type) => DynamoError.Serialization("Unrecognized collection type class " + type);

    /// <summary>A scalar does not convert to the given type.</summary>
    public static DynamoError Unconvertible(JsonElement value, string type) =>
        DynamoError.Serialization($"{Tag(value)} cannot be converted to {type}");

    private static string Tag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "STRING_VALUE",
        JsonValueKind.True => "TRUE_VALUE",
        JsonValueKind.False => "FALSE_VALUE",
        _ => value.TryGetInt64(out _) ? "NUMBER_VALUE" : "DECIMAL_VALUE",
    };
}
