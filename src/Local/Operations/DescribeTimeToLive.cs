using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeTimeToLive.</summary>
internal static class DescribeTimeToLive
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var name = TableNames.Read(context.Body, constraints);
        constraints.ThrowIfAny();
        var attribute = context.Catalog.NamedTable(name).Schema.ExpiryAttribute;

        context.Json.WriteStartObject();
        context.Json.WriteStartObject("TimeToLiveDescription");
        context.Json.WriteString("TimeToLiveStatus", attribute is null ? "DISABLED" : "ENABLED");
        if (attribute is not null)
            context.Json.WriteString("AttributeName", attribute);
        context.Json.WriteEndObject();
        context.Json.WriteEndObject();
    }
}
