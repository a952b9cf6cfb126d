using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>ListTables.</summary>
internal static class ListTables
{
    private const int MaxNames = 100;

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var start = context.Body.Text("ExclusiveStartTableName");
        constraints.Name("exclusiveStartTableName", start);
        var limit = context.Body.Whole("Limit");
        constraints.AtLeast("limit", limit, 1);
        constraints.AtMost("limit", limit, MaxNames);
        constraints.ThrowIfAny();

        var names = context.Catalog.Tables.Names.Where(name => start is null || string.CompareOrdinal(name, start) > 0).ToList();
        var page = names.Take((int)(limit ?? MaxNames)).ToList();
        context.Json.WriteStartObject();
        context.Json.WriteStartArray("TableNames");
        page.ForEach(context.Json.WriteStringValue);
        context.Json.WriteEndArray();
        if (page.Count < names.Count)
            context.Json.WriteString("LastEvaluatedTableName", page[^1]);
        context.Json.WriteEndObject();
    }
}
