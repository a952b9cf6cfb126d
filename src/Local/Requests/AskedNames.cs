using System.Text.Json;

namespace DynamoToolkit.Local.Requests;

/// <summary>How a request names its tables: by their names or by their resource names. Its answer names them in the same way.</summary>
internal static class AskedNames
{
    /// <summary>The name by which a request, whose members have been checked, asks for a table.</summary>
    public static string Of(Fields request, string table) =>
        All(request).FirstOrDefault(asked => TableNames.FromResource(asked) == table) ?? table;

    private static IEnumerable<string?> All(Fields request)
    {
        if (request.Has("TableName"))
            yield return request.Text("TableName");
        if (request.TryGet("RequestItems", out var tables))
        {
            foreach (var table in tables.EnumerateObject())
                yield return JsonText.NameOf(table);
        }

        if (!request.TryGet("TransactItems", out var actions))
            yield break;
        foreach (var action in actions.EnumerateArray().SelectMany(static item => item.EnumerateObject()))
        {
            if (action.Value.ValueKind == JsonValueKind.Object)
                yield return new Fields(action.Value).Text("TableName");
        }
    }
}
