using DynamoToolkit.Local.Operations.Context;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeLimits. Returns the service's defaults, which this engine does not enforce.</summary>
internal static class DescribeLimits
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        context.Json.WriteStartObject();
        context.Json.WriteNumber("AccountMaxReadCapacityUnits", 80000);
        context.Json.WriteNumber("AccountMaxWriteCapacityUnits", 80000);
        context.Json.WriteNumber("TableMaxReadCapacityUnits", 40000);
        context.Json.WriteNumber("TableMaxWriteCapacityUnits", 40000);
        context.Json.WriteEndObject();
    }
}
