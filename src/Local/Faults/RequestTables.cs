using System.Text.Json;

namespace DynamoToolkit.Local.Faults;

/// <summary>Finds the tables that a request names.</summary>
internal static class RequestTables
{
    /// <summary>The names of the tables; none if the body is not JSON, which the operation reports.</summary>
    public static IReadOnlyCollection<string> Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1000 });
            var names = new HashSet<string>(StringComparer.Ordinal);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                Collect(document.RootElement, names);
            return names;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static void Collect(JsonElement request, HashSet<string> names)
    {
        foreach (var property in request.EnumerateObject())
        {
            var value = property.Value;
            if (property.NameEquals("TableName") && value.ValueKind == JsonValueKind.String)
            {
                names.Add(NameOf(value.GetString()!));
            }
            else if (property.NameEquals("RequestItems") && value.ValueKind == JsonValueKind.Object)
            {
                foreach (var table in value.EnumerateObject())
                    names.Add(NameOf(table.Name));
            }
            else if (property.NameEquals("TransactItems") && value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object))
                {
                    foreach (var action in item.EnumerateObject().Where(static action => action.Value.ValueKind == JsonValueKind.Object))
                        Collect(action.Value, names);
                }
            }
        }
    }

    // A table can be named by its resource name.
    private static string NameOf(string name) => name[(name.LastIndexOf('/') + 1)..];
}
