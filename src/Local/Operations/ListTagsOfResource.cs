using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>ListTagsOfResource. A table's tags fit on one page.</summary>
internal static class ListTagsOfResource
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var arn = ResourceNames.Read(context.Body, constraints);
        constraints.ThrowIfAny();
        var schema = ResourceNames.Find(context.Catalog, arn);

        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Tags");
        foreach (var (key, value) in schema.Tags)
        {
            context.Json.WriteStartObject();
            context.Json.WriteString("Key", key);
            context.Json.WriteString("Value", value);
            context.Json.WriteEndObject();
        }

        context.Json.WriteEndArray();
        context.Json.WriteEndObject();
    }
}
