using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeTimeToLive.</summary>
internal static class DescribeTimeToLive
{
    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var name = TableNames.Read(context.Body, constraints);
        constraints.ThrowIfAny();
        var table = context.Catalog.Tables.GetValueOrDefault(name) ?? throw DynamoError.TableNotFound(name);
        var attribute = table.Schema.ExpiryAttribute;

        context.Json.WriteStartObject();
        context.Json.WriteStartObject("TimeToLiveDescription");
        context.Json.WriteString("TimeToLiveStatus", attribute is null ? "DISABLED" : "ENABLED");
        if (attribute is not null)
            context.Json.WriteString("AttributeName", attribute);
        context.Json.WriteEndObject();
        context.Json.WriteEndObject();
    }
}
