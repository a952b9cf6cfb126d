using System.Text.Json;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Batches;

/// <summary>The simple constraints of batches.</summary>
internal static class BatchConstraints
{
    private const int MostKeys = 100;
    private const string KeyConstraint =
        "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
        + "Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";

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

    /// <summary>Checks the keys that are asked for in one table.</summary>
    public static void CheckKeys(string table, Fields fields, Constraints constraints)
    {
        var keys = fields.List("Keys");
        var path = $"requestItems.{table}.member";
        constraints.NotNull($"{path}.keys", keys is not null);
        if (keys?.GetArrayLength() > MostKeys)
            constraints.Fail($"Value at 'RequestItems.{table}.member.Keys'", $"Member must have length less than or equal to {MostKeys}");
        constraints.Length($"{path}.keys", keys?.GetArrayLength(), "[]", 1);
        Reads.AttributesToGet.Check(fields, constraints, $"{path}.attributesToGet");
    }
}
