using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Requests.Legacy;

namespace DynamoToolkit.Local.Operations.Batches;

/// <summary>The constraints of batches.</summary>
internal static class BatchConstraints
{
    /// <summary>The maximum number of keys in a batch of gets.</summary>
    public const int MaxKeys = 100;

    /// <summary>The size of items at which a batch of gets stops, and returns the remaining keys as unprocessed.</summary>
    public const int MaxResponseBytes = 16 * 1024 * 1024;

    private const string KeyConstraint =
        "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
        + "Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";

    /// <summary>Reads <c>RequestItems</c>, which must not be empty.</summary>
    public static JsonElement ReadRequestItems(Fields fields, string operation) =>
        fields.Map("RequestItems") is { } map && map.EnumerateObject().Any()
            ? map
            : throw DynamoError.Validation($"The requestItems parameter is required for {operation}");

    /// <summary>Checks the names of the tables.</summary>
    public static void CheckTableNames(JsonElement requestItems, Constraints constraints)
    {
        foreach (var property in requestItems.EnumerateObject())
        {
            var name = TableNames.FromResource(JsonText.NameOf(property))!;
            if (name.Length is < 3 or > 255 || !Constraints.IsName(name))
                constraints.Fail($"Value '{requestItems.GetRawText()}' at 'requestItems'", KeyConstraint);
        }
    }

    /// <summary>Checks the keys to get from one table.</summary>
    public static void CheckKeys(string table, Fields fields, Constraints constraints)
    {
        var keys = fields.List("Keys");
        var path = $"requestItems.{table}.member";
        constraints.NotNull($"{path}.keys", keys is not null);
        if (keys?.GetArrayLength() > MaxKeys)
        {
            constraints.Fail(
                $"Value at 'RequestItems.{table}.member.Keys'", $"Member must have length less than or equal to {MaxKeys}");
        }

        constraints.Length($"{path}.keys", keys?.GetArrayLength(), "[]", 1);
        AttributesToGet.Check(fields, constraints, $"{path}.attributesToGet");
    }

    /// <summary>The error of a batch that names an item twice.</summary>
    public static DynamoError Duplicates() => DynamoError.Validation("Provided list of item keys contains duplicates");

    /// <summary>The error of a batch with too many items in all tables together.</summary>
    public static DynamoError TooManyItems(string operation) =>
        DynamoError.Validation($"Too many items requested for the {operation} call");
}
